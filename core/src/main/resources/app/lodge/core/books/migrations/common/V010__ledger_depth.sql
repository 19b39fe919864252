-- What stands beside a posting: why, what it undoes, its tax; months that close; totals per day and
-- payment point, kept in the posting's own transaction, so that reports need not read postings.

create table posting_link (
    posting_id bigint primary key,
    refunds_id bigint,
    medium_id bigint,
    reason varchar(24) not null,
    reference varchar(40) not null,
    approval_id bigint,
    constraint posting_link_posting foreign key (posting_id) references ledger_posting (id),
    constraint posting_link_refunds foreign key (refunds_id) references ledger_posting (id));
create index posting_link_refunded on posting_link (refunds_id, posting_id);
create index posting_link_medium on posting_link (medium_id, posting_id);

create table posting_tax (
    posting_id bigint not null,
    line smallint not null,
    code varchar(16) not null,
    basis_points int not null,
    net bigint not null,
    tax bigint not null,
    primary key (posting_id, line),
    constraint posting_tax_posting foreign key (posting_id) references ledger_posting (id));

create table ledger_period (
    starts_on date primary key,
    ends_on date not null,
    state varchar(16) not null,
    changed_at timestamp(6) not null);

create table ledger_rollup (
    business_date date not null,
    device_id bigint not null,
    kind varchar(24) not null,
    currency char(3) not null,
    postings bigint not null,
    amount bigint not null,
    tax bigint not null,
    primary key (business_date, device_id, kind, currency));

insert into ledger_rollup (business_date, device_id, kind, currency, postings, amount, tax)
    select p.business_date, coalesce(p.device_id, 0), p.kind, e.currency, count(*), sum(e.amount), 0
    from ledger_posting p join ledger_entry e on e.posting_id = p.id and e.leg = 1
    group by p.business_date, coalesce(p.device_id, 0), p.kind, e.currency;

create table posting_tax_guard (
    posting_id bigint not null,
    line smallint not null,
    constraint tax_guard foreign key (posting_id, line) references posting_tax (posting_id, line));
create table posting_link_guard (
    posting_id bigint not null,
    constraint link_guard foreign key (posting_id) references posting_link (posting_id));
