-- Decimal numbers of contact keys (KEY-03…05). A key that is given to somebody else gets another medium with
-- the same chip and number: the rows before it are its history.
create table contact_key (
    medium_id bigint primary key,
    key_number int not null,
    constraint contact_key_medium foreign key (medium_id) references medium (id),
    constraint contact_key_range check (key_number between 1 and 65535));
create index contact_key_by_number on contact_key (key_number, medium_id);

-- The highest number that this site gives; no row is 65535.
create table contact_key_limit (
    id int primary key,
    highest int not null,
    constraint contact_key_limit_one check (id = 1),
    constraint contact_key_limit_range check (highest between 1 and 65535));
