-- What somebody types at a locker terminal, as a salted digest only (LOCK-28, LOCK-29). Lists of devices name the
-- row by its reference, so that the digest stands in one place and goes with it.

create table holder_pin (
    person_id bigint primary key,
    reference varchar(40) not null,
    digest varchar(200) not null,
    set_at timestamp(6) not null,
    constraint holder_pin_person foreign key (person_id) references person (id),
    constraint holder_pin_reference unique (reference));
