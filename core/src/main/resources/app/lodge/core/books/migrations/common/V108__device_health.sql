-- What devices say of themselves in events `alarm` and `level` (ID-49, SAFE-11): the newest word of each.

create table device_alarm (
    device_id bigint not null,
    code varchar(24) not null,
    raised boolean not null,
    times int not null,
    seq bigint not null,
    at timestamp(6) not null,
    constraint device_alarm_key primary key (device_id, code),
    constraint device_alarm_device foreign key (device_id) references device (id),
    constraint device_alarm_times check (times >= 0));

create table device_level (
    device_id bigint not null,
    name varchar(24) not null,
    used bigint not null,
    capacity bigint not null,
    seq bigint not null,
    at timestamp(6) not null,
    constraint device_level_key primary key (device_id, name),
    constraint device_level_device foreign key (device_id) references device (id),
    constraint device_level_amounts check (used >= 0 and capacity > 0));
