-- The certificate that a device got over its own topic and has not used yet, and those that are void
-- before their time (SAFE-59).
alter table device add column next_serial varchar(64);
alter table device add column next_until timestamp(6);

create table void_certificate (
    serial varchar(64) primary key,
    device_id bigint not null,
    reason varchar(16) not null,
    voided_at timestamp(6) not null,
    constraint void_certificate_device foreign key (device_id) references device (id),
    constraint void_certificate_reason check (reason in ('REPLACED', 'REVOKED')));
