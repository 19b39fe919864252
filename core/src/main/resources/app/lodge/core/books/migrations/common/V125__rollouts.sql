-- Packages on their way to devices, stage by stage, and what became of each (ID-60, SAFE-53 to SAFE-55).

create table rollout (
    id bigint primary key,
    package_id bigint not null,
    aim varchar(120) not null,
    state varchar(12) not null,
    stage int not null,
    stages int not null,
    stop_percent int not null,
    install varchar(12) not null,
    starts_at timestamp(6) not null,
    ends_at timestamp(6),
    ordered_by bigint not null,
    ordered_at timestamp(6) not null,
    constraint rollout_package foreign key (package_id) references field_package (id),
    constraint rollout_stage check (stage between 0 and stages),
    constraint rollout_stop check (stop_percent between 0 and 100));
create index rollout_state on rollout (state, id);

create table rollout_device (
    rollout_id bigint not null,
    device_id bigint not null,
    stage int not null,
    state varchar(16) not null,
    received bigint not null,
    detail varchar(200) not null,
    version_before varchar(100) not null,
    changed_at timestamp(6) not null,
    constraint rollout_device_pk primary key (rollout_id, device_id),
    constraint rollout_device_rollout foreign key (rollout_id) references rollout (id),
    constraint rollout_device_device foreign key (device_id) references device (id));
create index rollout_device_waiting on rollout_device (device_id, state);
