-- Groups of people, and limits of accounts and groups.

create table people_group (
    id bigint primary key,
    name varchar(80) not null,
    created_at timestamp(6) not null,
    constraint people_group_name unique (name));

create table group_member (
    group_id bigint not null,
    person_id bigint not null,
    since timestamp(6) not null,
    primary key (group_id, person_id),
    constraint group_member_group foreign key (group_id) references people_group (id),
    constraint group_member_person foreign key (person_id) references person (id));
create index group_member_of_person on group_member (person_id, group_id);

create table account_limit (
    owner varchar(8) not null,
    owner_id bigint not null,
    kind varchar(24) not null,
    most bigint not null,
    until date,
    primary key (owner, owner_id, kind),
    constraint account_limit_most check (most >= 0));
create index account_limit_until on account_limit (until);
