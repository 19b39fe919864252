-- Operators' own cards (CHAIN-09, CHAIN-10, CHAIN-16). The PIN's Argon2id digest is sealed by the vault: a
-- digest of so few digits would not withstand whoever has the file.
create table operator_card (
    id bigint primary key,
    operator_id bigint not null,
    uid varchar(20) not null,
    card_level varchar(20) not null,
    place varchar(60) not null,
    valid_until date not null,
    state varchar(10) not null,
    sealed_pin ${bytes} not null,
    wrong_pins int default 0 not null,
    issued_at timestamp(6) not null,
    ended_at timestamp(6),
    constraint operator_card_operator foreign key (operator_id) references operator (id),
    constraint operator_card_level check (card_level in ('ADMINISTRATOR', 'CLERK', 'TERMINAL')),
    constraint operator_card_state check (state in ('ACTIVE', 'LOCKED', 'REVOKED')),
    constraint operator_card_wrong_pins check (wrong_pins between 0 and 3));

create index operator_card_uid on operator_card (uid, state);
