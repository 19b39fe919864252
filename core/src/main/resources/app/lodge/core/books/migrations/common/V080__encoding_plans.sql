-- Encoding plans (ID-47): drafts that change, published versions that never do, and what became of them.

create table encoding_plan (
    name varchar(30) not null,
    version int not null,
    document varchar(64000) not null,
    public_key ${bytes} not null,
    signature ${bytes} not null,
    published_at timestamp(6) not null,
    published_by bigint not null,
    constraint encoding_plan_pk primary key (name, version),
    constraint encoding_plan_version check (version between 1 and 9999));

-- As with the journal: H2 refuses to truncate a table that another one refers to.
create table encoding_plan_guard (
    name varchar(30) not null,
    version int not null,
    constraint encoding_plan_guarded foreign key (name, version) references encoding_plan (name, version));

create table encoding_plan_retired (
    name varchar(30) not null,
    version int not null,
    retired_at timestamp(6) not null,
    constraint encoding_plan_retired_pk primary key (name, version));

create table encoding_plan_draft (
    name varchar(30) primary key,
    document varchar(64000) not null,
    changed_at timestamp(6) not null);

-- Which plan new media of a kind get; a kind without a row gets the one that ships with Lodge.
create table encoding_plan_use (
    kind varchar(24) primary key,
    name varchar(30) not null,
    version int not null);

-- Which plan a medium was written by, stored before the first byte.
create table medium_plan (
    medium_id bigint primary key,
    name varchar(30) not null,
    version int not null,
    constraint medium_plan_medium foreign key (medium_id) references medium (id));
