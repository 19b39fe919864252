-- Erasures, gap-free by certificate number. Numbers and codes only: nothing here names anybody.

create table erasure (
    id bigint primary key,
    person_id bigint not null,
    ground varchar(32) not null,
    reference varchar(24) not null,
    operator varchar(64) not null,
    begun_at timestamp(6) not null,
    keys_destroyed_at timestamp(6),
    content varchar(32000) not null,
    constraint erasure_of_person unique (person_id),
    constraint erasure_person foreign key (person_id) references person (id));

-- Up to which list version a device must have confirmed before it has forgotten the person.
create table erasure_device (
    erasure_id bigint not null,
    device_id bigint not null,
    list varchar(16) not null,
    version bigint not null,
    primary key (erasure_id, device_id, list),
    constraint erasure_device_erasure foreign key (erasure_id) references erasure (id),
    constraint erasure_device_device foreign key (device_id) references device (id));

-- Below this version removals are no longer known one by one: such a device gets the whole list.
alter table list_state add column purged_version bigint default 0 not null;

-- What left Lodge with a person's data in it: not under Lodge's control any more. No person: everybody.
create table handed_out (
    id bigint primary key,
    at timestamp(6) not null,
    kind varchar(32) not null,
    place varchar(400) not null,
    operator varchar(64) not null,
    person_id bigint,
    constraint handed_out_person foreign key (person_id) references person (id));
create index handed_out_of_person on handed_out (person_id, id);
