-- Top-ups from outside the counter, mandates, and files for the bank (ID-28, ID-29). Bank details are
-- sealed under the person's own key; no card number is kept anywhere.

create table mandate (
    id bigint primary key,
    person_id bigint not null,
    reference varchar(35) not null,
    signed_on date not null,
    one_off boolean not null,
    sealed ${bytes} not null,
    created_at timestamp(6) not null,
    revoked_at timestamp(6),
    constraint mandate_reference unique (reference),
    constraint mandate_person foreign key (person_id) references person (id));
create index mandate_of_person on mandate (person_id, id);

create table bank_file (
    id bigint primary key,
    kind varchar(16) not null,
    name varchar(80) not null,
    due_on date not null,
    orders int not null,
    amount bigint not null,
    content_hash varchar(64) not null,
    operator varchar(64) not null,
    created_at timestamp(6) not null,
    written_at timestamp(6),
    constraint bank_file_name unique (name));

create table top_up_order (
    id bigint primary key,
    source varchar(24) not null,
    reference varchar(35) not null,
    account_id bigint not null,
    amount bigint not null,
    currency char(3) not null,
    state varchar(16) not null,
    mandate_id bigint,
    authorisation varchar(64),
    credit_posting bigint,
    settle_posting bigint,
    return_posting bigint,
    fee_posting bigint,
    return_reason varchar(4),
    bank_file_id bigint,
    sequence varchar(4),
    ordered_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    constraint top_up_order_reference unique (source, reference),
    constraint top_up_order_amount check (amount > 0),
    constraint top_up_order_account foreign key (account_id) references ledger_account (id),
    constraint top_up_order_mandate foreign key (mandate_id) references mandate (id),
    constraint top_up_order_file foreign key (bank_file_id) references bank_file (id));
create index top_up_order_state on top_up_order (state, source, id);
create index top_up_order_account_of on top_up_order (account_id, id);
create index top_up_order_filed on top_up_order (bank_file_id, id);

-- Daily exports to a folder (ID-54).
create table export_schedule (
    id bigint primary key,
    entity varchar(24) not null,
    format varchar(8) not null,
    folder varchar(400) not null,
    at_time varchar(8) not null,
    active boolean not null,
    last_on date,
    failed_at timestamp(6),
    failure varchar(400) not null);
