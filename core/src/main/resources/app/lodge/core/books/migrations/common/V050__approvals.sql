-- A second person's approval of one movement of money (ID-27). Codes and numbers only.
create table approval (
    id bigint primary key,
    verb varchar(16) not null,
    account_id bigint not null,
    towards bigint not null,
    amount bigint not null,
    currency char(3) not null,
    reason varchar(24) not null,
    reference varchar(40) not null,
    state varchar(16) not null,
    asked_by bigint not null,
    asked_at timestamp(6) not null,
    workstation varchar(120) not null,
    expires_at timestamp(6) not null,
    decided_by bigint,
    decided_at timestamp(6),
    remark varchar(24) not null,
    remark_reference varchar(40) not null,
    used_at timestamp(6),
    constraint approval_amount check (amount > 0),
    constraint approval_two_people check (decided_by is null or decided_by <> asked_by),
    constraint approval_account foreign key (account_id) references ledger_account (id));
create index approval_open on approval (state, expires_at);
