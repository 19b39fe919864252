-- Purses on cards: the stated value is their account's balance; records prove it (CHAIN-22, CHAIN-28 to 32).
create table purse (
    medium_id bigint primary key,
    account_id bigint not null,
    currency char(3) not null,
    card_type int not null,
    valid_until date,
    state varchar(16) not null,
    list_number bigint,
    moved_to bigint,
    created_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    constraint purse_medium foreign key (medium_id) references medium (id),
    constraint purse_account unique (account_id),
    constraint purse_list unique (list_number),
    constraint purse_ledger foreign key (account_id) references ledger_account (id));

-- Content is the record's 48 bytes in hex: two contents under one counter are evidence, not an error.
create table purse_record (
    id bigint primary key,
    medium_id bigint not null,
    counter bigint not null,
    content varchar(96) not null,
    source varchar(16) not null,
    genuine boolean not null,
    posting_id bigint,
    received_at timestamp(6) not null,
    constraint purse_record_once unique (medium_id, content),
    constraint purse_record_purse foreign key (medium_id) references purse (medium_id));
create index purse_record_counter on purse_record (medium_id, counter);

create table purse_order (
    id bigint primary key,
    medium_id bigint not null,
    kind varchar(16) not null,
    amount bigint not null,
    source varchar(16) not null,
    refunds_counter bigint,
    from_medium bigint,
    operator_id bigint not null,
    state varchar(16) not null,
    posting_id bigint,
    created_at timestamp(6) not null,
    ended_at timestamp(6),
    constraint purse_order_amount check (amount > 0),
    constraint purse_order_purse foreign key (medium_id) references purse (medium_id));
create index purse_order_of on purse_order (medium_id, state);

create table purse_sight (
    id bigint primary key,
    medium_id bigint not null,
    counter bigint not null,
    known_then bigint not null,
    at timestamp(6) not null,
    constraint purse_sight_purse foreign key (medium_id) references purse (medium_id));
create index purse_sight_of on purse_sight (medium_id, counter);

create table purse_alarm (
    id bigint primary key,
    medium_id bigint not null,
    finding varchar(24) not null,
    counter bigint not null,
    found_at timestamp(6) not null,
    settled_at timestamp(6),
    settled_by bigint,
    constraint purse_alarm_once unique (medium_id, finding, counter),
    constraint purse_alarm_purse foreign key (medium_id) references purse (medium_id));
create index purse_alarm_open on purse_alarm (settled_at, id);
