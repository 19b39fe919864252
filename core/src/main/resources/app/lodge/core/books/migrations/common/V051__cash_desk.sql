-- Shifts of cash desks, their counts, and which postings each shift carries (ID-34).
create table cash_shift (
    id bigint primary key,
    workstation varchar(120) not null,
    currency char(3) not null,
    account_id bigint not null,
    -- The account while the shift is open: one open shift per desk.
    open_account_id bigint,
    keeper_id bigint not null,
    opened_by bigint not null,
    opened_at timestamp(6) not null,
    -- What the books had in the drawer before, and which posting was the last then.
    carried bigint not null,
    after_posting bigint not null,
    -- What was counted, and the last posting that led to it.
    opening_float bigint not null,
    float_posting bigint not null,
    closed_by bigint,
    closed_at timestamp(6),
    expected bigint,
    counted bigint,
    last_posting bigint,
    report_series varchar(16),
    report_number bigint,
    journal_id bigint,
    seal_id bigint,
    constraint cash_shift_one_open unique (open_account_id),
    constraint cash_shift_report unique (report_series, report_number),
    constraint cash_shift_float check (opening_float >= 0),
    constraint cash_shift_counted check (counted is null or counted >= 0),
    constraint cash_shift_account foreign key (account_id) references ledger_account (id));
create index cash_shift_of_desk on cash_shift (account_id, id);

create table cash_shift_posting (
    posting_id bigint not null,
    account_id bigint not null,
    shift_id bigint not null,
    primary key (posting_id, account_id),
    constraint cash_shift_posting_posting foreign key (posting_id) references ledger_posting (id),
    constraint cash_shift_posting_shift foreign key (shift_id) references cash_shift (id));
create index cash_shift_postings on cash_shift_posting (shift_id, posting_id);

create table cash_count (
    shift_id bigint not null,
    number int not null,
    moment varchar(16) not null,
    counted_by bigint not null,
    counted_at timestamp(6) not null,
    expected bigint not null,
    counted bigint not null,
    cause varchar(24) not null,
    reference varchar(40) not null,
    posting_id bigint,
    primary key (shift_id, number),
    constraint cash_count_cause check (counted = expected or cause <> ''),
    constraint cash_count_shift foreign key (shift_id) references cash_shift (id),
    constraint cash_count_posting foreign key (posting_id) references ledger_posting (id));

create table cash_count_line (
    shift_id bigint not null,
    number int not null,
    denomination bigint not null,
    pieces int not null,
    primary key (shift_id, number, denomination),
    constraint cash_count_line_denomination check (denomination > 0),
    constraint cash_count_line_pieces check (pieces > 0),
    constraint cash_count_line_count foreign key (shift_id, number) references cash_count (shift_id, number));
