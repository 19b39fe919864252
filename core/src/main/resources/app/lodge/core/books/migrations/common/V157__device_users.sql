-- Who may deposit, open and service at a safe, and when (SAFE-63). One who was taken off stays with the day
-- of it, so that it can be said which safe does not know that yet.
create table device_user (
    device_id bigint not null,
    person_id bigint not null,
    duties varchar(40) not null,
    valid_from timestamp(6) not null,
    valid_until timestamp(6),
    removed_at timestamp(6),
    constraint device_user_key primary key (device_id, person_id),
    constraint device_user_device foreign key (device_id) references device (id),
    constraint device_user_person foreign key (person_id) references person (id),
    constraint device_user_valid check (valid_until is null or valid_until > valid_from));
create index device_user_of_person on device_user (person_id, device_id);
