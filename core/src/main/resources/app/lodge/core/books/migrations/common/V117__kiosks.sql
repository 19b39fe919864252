-- Cash that no clerk keeps: what went in and out of kiosks and phones, piece by piece, what lies in them,
-- and what was emptied, told by the device and counted by somebody (ID-30, ID-31, ID-32).
create table kiosk_cash (
    device_id bigint not null,
    seq bigint not null,
    kind varchar(16) not null,
    account_id bigint not null,
    currency char(3) not null,
    -- Into the device; below zero what left it.
    amount bigint not null,
    at timestamp(6) not null,
    posting_id bigint,
    constraint kiosk_cash_key primary key (device_id, seq),
    constraint kiosk_cash_device foreign key (device_id) references device (id),
    constraint kiosk_cash_account foreign key (account_id) references ledger_account (id),
    constraint kiosk_cash_posting foreign key (posting_id) references ledger_posting (id),
    constraint kiosk_cash_booked check (amount = 0 or posting_id is not null));

create table kiosk_piece (
    device_id bigint not null,
    seq bigint not null,
    denomination bigint not null,
    pieces int not null,
    constraint kiosk_piece_key primary key (device_id, seq, denomination),
    constraint kiosk_piece_cash foreign key (device_id, seq) references kiosk_cash (device_id, seq),
    constraint kiosk_piece_denomination check (denomination > 0),
    constraint kiosk_piece_pieces check (pieces <> 0));

-- The sum of a device's pieces: below zero only while an event is still on its way.
create table kiosk_content (
    device_id bigint not null,
    currency char(3) not null,
    denomination bigint not null,
    pieces bigint not null,
    constraint kiosk_content_key primary key (device_id, currency, denomination),
    constraint kiosk_content_device foreign key (device_id) references device (id));

create table kiosk_emptying (
    id bigint primary key,
    device_id bigint not null,
    currency char(3) not null,
    seal varchar(40) not null,
    -- What the device told; nothing as long as only the bag has come.
    seq bigint,
    emptied_at timestamp(6),
    medium_id bigint,
    told bigint,
    -- What somebody counted; nothing as long as the bag is on its way.
    counted bigint,
    counted_by bigint,
    counted_at timestamp(6),
    cause varchar(24) not null,
    reference varchar(40) not null,
    difference_posting bigint,
    constraint kiosk_emptying_event unique (device_id, seq),
    constraint kiosk_emptying_device foreign key (device_id) references device (id),
    constraint kiosk_emptying_posting foreign key (difference_posting) references ledger_posting (id),
    constraint kiosk_emptying_cause check (told is null or counted is null or told = counted or cause <> ''));
create index kiosk_emptying_sealed on kiosk_emptying (device_id, seal);

create table kiosk_count_line (
    emptying_id bigint not null,
    denomination bigint not null,
    pieces int not null,
    constraint kiosk_count_line_key primary key (emptying_id, denomination),
    constraint kiosk_count_line_emptying foreign key (emptying_id) references kiosk_emptying (id),
    constraint kiosk_count_line_pieces check (pieces > 0));
