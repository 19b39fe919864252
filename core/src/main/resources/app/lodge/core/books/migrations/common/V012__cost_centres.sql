-- Cost centres, who may charge them, their budgets, and what was charged. People appear as the number
-- of their own account only.

create table cost_centre (
    id bigint primary key,
    code varchar(24) not null,
    name varchar(80) not null,
    over_budget varchar(16) not null,
    active boolean not null,
    created_at timestamp(6) not null,
    constraint cost_centre_code unique (code));

create table cost_centre_link (
    centre_id bigint not null,
    holder varchar(8) not null,
    holder_id bigint not null,
    preferred boolean not null,
    primary key (centre_id, holder, holder_id),
    constraint cost_centre_link_centre foreign key (centre_id) references cost_centre (id));
create index cost_centre_link_holder on cost_centre_link (holder, holder_id);

create table cost_centre_budget (
    id bigint primary key,
    centre_id bigint not null,
    account_id bigint not null,
    period varchar(8) not null,
    amount bigint not null,
    carries_over boolean not null,
    starts_on date not null,
    ends_on date,
    constraint cost_centre_budget_one unique (centre_id, account_id),
    constraint cost_centre_budget_amount check (amount >= 0),
    constraint cost_centre_budget_centre foreign key (centre_id) references cost_centre (id));

create table cost_centre_charge (
    posting_id bigint primary key,
    centre_id bigint not null,
    account_id bigint not null,
    charged_on date not null,
    amount bigint not null,
    given_back bigint not null,
    constraint cost_centre_charge_posting foreign key (posting_id) references ledger_posting (id),
    constraint cost_centre_charge_centre foreign key (centre_id) references cost_centre (id));
create index cost_centre_charge_day on cost_centre_charge (centre_id, charged_on);

create table cost_centre_use (
    centre_id bigint not null,
    account_id bigint not null,
    charged_on date not null,
    used bigint not null,
    primary key (centre_id, account_id, charged_on));

create table cost_centre_hold (
    hold_id bigint primary key,
    centre_id bigint not null,
    account_id bigint not null,
    reserved_on date not null,
    constraint cost_centre_hold_hold foreign key (hold_id) references ledger_hold (id));
create index cost_centre_hold_centre on cost_centre_hold (centre_id, hold_id);
