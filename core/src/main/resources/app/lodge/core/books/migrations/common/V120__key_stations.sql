-- The stations that a contact key opens (KEY-05), by the name that people give them. What ended stays as its
-- history; a key that is handed on takes its stations along under its new medium.
create table contact_key_station (
    medium_id bigint not null,
    station varchar(60) not null,
    since_at timestamp(6) not null,
    until_at timestamp(6),
    constraint contact_key_station_pk primary key (medium_id, station, since_at),
    constraint contact_key_station_key foreign key (medium_id) references contact_key (medium_id));
