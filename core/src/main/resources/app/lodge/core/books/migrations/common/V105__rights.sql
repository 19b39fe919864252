-- What people may do (ID-35…37). A rule is a row that is never changed: it is recorded and, once, ended,
-- so that what the doors went by can be told of any moment. The same holds for plans, the calendar and
-- for who was in which group.

create table right_resource (
    id bigint primary key,
    kind varchar(12) not null,
    name varchar(80) not null,
    device_id bigint,
    created_at timestamp(6) not null,
    constraint right_resource_name unique (name),
    constraint right_resource_device foreign key (device_id) references device (id));
create index right_resource_of_device on right_resource (device_id);

create table right_plan (
    id bigint primary key,
    name varchar(80) not null,
    constraint right_plan_name unique (name));

create table right_plan_version (
    plan_id bigint not null,
    version int not null,
    content varchar(8000) not null,
    recorded_at timestamp(6) not null,
    primary key (plan_id, version),
    constraint right_plan_version_plan foreign key (plan_id) references right_plan (id));

create table right_holiday (
    id bigint primary key,
    on_day date not null,
    name varchar(80) not null,
    recorded_at timestamp(6) not null,
    ended_at timestamp(6));
create index right_holiday_day on right_holiday (on_day, id);

create table right_rule (
    id bigint primary key,
    resource_id bigint not null,
    holder varchar(8) not null,
    holder_id bigint not null,
    effect varchar(8) not null,
    plan_id bigint,
    holds_from timestamp(6),
    holds_until timestamp(6),
    recorded_at timestamp(6) not null,
    recorded_by bigint not null,
    ended_at timestamp(6),
    ended_by bigint,
    constraint right_rule_resource foreign key (resource_id) references right_resource (id),
    constraint right_rule_plan foreign key (plan_id) references right_plan (id),
    constraint right_rule_time check (holds_from is null or holds_until is null or holds_from < holds_until));
create index right_rule_of_holder on right_rule (holder, holder_id, resource_id);
create index right_rule_of_resource on right_rule (resource_id, id);

create table group_member_past (
    group_id bigint not null,
    person_id bigint not null,
    since timestamp(6) not null,
    until timestamp(6) not null,
    constraint group_member_past_group foreign key (group_id) references people_group (id));
create index group_member_past_of_person on group_member_past (person_id, group_id, since);

create table right_draft (
    id bigint primary key,
    name varchar(80) not null,
    state varchar(12) not null,
    created_at timestamp(6) not null,
    created_by bigint not null,
    decided_at timestamp(6));

create table right_draft_change (
    draft_id bigint not null,
    position int not null,
    person_id bigint,
    content varchar(8000) not null,
    primary key (draft_id, position),
    constraint right_draft_change_draft foreign key (draft_id) references right_draft (id));
