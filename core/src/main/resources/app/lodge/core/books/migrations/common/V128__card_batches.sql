-- Batches of cards (ID-48): an ordered list of people. What became of each card stands with its job.

create table card_batch (
    id bigint not null,
    title varchar(80) not null,
    paused boolean not null,
    ordered_at timestamp(6) not null,
    ordered_by bigint not null,
    constraint card_batch_pk primary key (id));

-- request: that of the card's newest job, from the moment when a printer takes the card on.
create table card_batch_card (
    batch_id bigint not null,
    card_no int not null,
    place int not null,
    person_id bigint not null,
    taken_out boolean not null,
    request varchar(64),
    runner varchar(280),
    verdict varchar(24),
    constraint card_batch_card_pk primary key (batch_id, card_no),
    constraint card_batch_card_batch foreign key (batch_id) references card_batch (id),
    constraint card_batch_card_person foreign key (person_id) references person (id));

create index card_batch_card_request on card_batch_card (request);
