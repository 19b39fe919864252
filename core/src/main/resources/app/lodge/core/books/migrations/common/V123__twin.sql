-- Templates that devices follow, pushes with their undo, and what device and desk decided at once
-- (SAFE-49, SAFE-50, LOCK-08).

create table device_template (
    id bigint primary key,
    name varchar(60) not null,
    kind varchar(24) not null,
    rollout_group varchar(40) not null,
    lists varchar(200) not null,
    content varchar(16000) not null,
    changed_at timestamp(6) not null,
    changed_by bigint not null,
    constraint device_template_name unique (name));

-- Which template a device follows, which settings are its own, and with whom it is rolled out.
create table device_setup (
    device_id bigint primary key,
    template_id bigint,
    rollout_group varchar(40) not null,
    own varchar(4000) not null,
    constraint device_setup_device foreign key (device_id) references device (id),
    constraint device_setup_followed foreign key (template_id) references device_template (id));
create index device_setup_template on device_setup (template_id);
create index device_setup_group on device_setup (rollout_group);

create table setting_push (
    id bigint primary key,
    kind varchar(12) not null,
    aim varchar(120) not null,
    template_id bigint,
    template_before varchar(16000) not null,
    undoes bigint,
    undone_by bigint,
    pushed_by bigint not null,
    at timestamp(6) not null,
    constraint setting_push_undoes foreign key (undoes) references setting_push (id));

create table setting_push_change (
    push_id bigint not null,
    device_id bigint not null,
    setting varchar(60) not null,
    from_value varchar(400) not null,
    to_value varchar(400) not null,
    own_before boolean not null,
    version int not null,
    constraint setting_push_change_pk primary key (push_id, device_id, setting),
    constraint setting_push_change_push foreign key (push_id) references setting_push (id),
    constraint setting_push_change_device foreign key (device_id) references device (id));

-- Device and desk changed the same setting without knowing of each other: the later one won.
create table setting_conflict (
    id bigint primary key,
    device_id bigint not null,
    setting varchar(60) not null,
    desk_value varchar(400) not null,
    desk_at timestamp(6) not null,
    panel_value varchar(400) not null,
    panel_at timestamp(6) not null,
    winner varchar(8) not null,
    noted_at timestamp(6) not null,
    seen_at timestamp(6),
    constraint setting_conflict_device foreign key (device_id) references device (id));
create index setting_conflict_unseen on setting_conflict (seen_at, id);
