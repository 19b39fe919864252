-- The site's books. One schema for H2 and PostgreSQL; what differs (append-only triggers) lies in
-- h2/ and postgresql/. Money is bigint minor units with an ISO 4217 code; times are UTC.
-- Personal data is nowhere in plain: `sealed` columns hold AES-256-GCM under the person's own key.

create table operator (
    id bigint primary key,
    name varchar(64) not null,
    role varchar(16) not null,
    password_hash varchar(200) not null,
    failed_attempts int not null default 0,
    locked_until timestamp(6),
    active boolean not null default true,
    created_at timestamp(6) not null,
    constraint operator_name unique (name));

create table setting (
    name varchar(64) primary key,
    content varchar(4000) not null,
    changed_at timestamp(6) not null);

create table person (
    id bigint primary key,
    subject_id bigint not null,
    state varchar(16) not null,
    revision int not null,
    sealed ${bytes} not null,
    created_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    constraint person_subject unique (subject_id));

create table person_key (
    person_id bigint primary key,
    wrapped ${bytes} not null,
    constraint person_key_person foreign key (person_id) references person (id));

create table photo (
    id bigint primary key,
    person_id bigint not null,
    sealed ${bytes} not null,
    taken_at timestamp(6) not null,
    replaced_at timestamp(6),
    constraint photo_person foreign key (person_id) references person (id));
create index photo_of_person on photo (person_id, id);

create table import_mapping (
    name varchar(64) primary key,
    content varchar(8000) not null,
    changed_at timestamp(6) not null);

create table ledger_account (
    id bigint primary key,
    kind varchar(24) not null,
    currency char(3) not null,
    subject_id bigint,
    checked boolean not null,
    label varchar(120) not null,
    opened_at timestamp(6) not null,
    closed_at timestamp(6),
    blocked boolean not null default false,
    block_reason varchar(24),
    constraint ledger_account_currency unique (id, currency),
    constraint ledger_account_owner unique (subject_id, currency, kind));
create index ledger_account_label on ledger_account (kind, label);

create table ledger_balance (
    account_id bigint primary key,
    posted bigint not null default 0,
    reserved bigint not null default 0,
    overdraft bigint not null default 0,
    forced_below bigint not null default 0,
    version bigint not null default 0,
    constraint balance_account foreign key (account_id) references ledger_account (id),
    constraint balance_reserved check (reserved >= 0),
    constraint balance_overdraft check (overdraft >= 0),
    constraint balance_forced check (forced_below >= 0),
    constraint balance_floor check (posted - reserved >= -(overdraft + forced_below)));

create table ledger_posting (
    id bigint primary key,
    kind varchar(24) not null,
    origin varchar(64) not null,
    origin_key varchar(64) not null,
    request_hash ${bytes} not null,
    occurred_at timestamp(6) not null,
    booked_at timestamp(6) not null,
    business_date date not null,
    device_id bigint,
    operator_id bigint,
    reverses_id bigint,
    hold_id bigint,
    late boolean not null,
    forced boolean not null,
    constraint posting_key unique (origin, origin_key),
    constraint posting_reverses unique (reverses_id),
    constraint posting_hold unique (hold_id),
    constraint posting_reversed foreign key (reverses_id) references ledger_posting (id));
create index posting_by_time on ledger_posting (booked_at, id);
create index posting_by_day on ledger_posting (business_date, kind);
create index posting_by_device on ledger_posting (device_id, booked_at, id);

create table ledger_entry (
    posting_id bigint not null,
    leg smallint not null,
    account_id bigint not null,
    currency char(3) not null,
    amount bigint not null,
    balance_after bigint,
    primary key (posting_id, leg),
    constraint entry_amount check (amount <> 0),
    constraint entry_posting foreign key (posting_id) references ledger_posting (id),
    constraint entry_account foreign key (account_id, currency) references ledger_account (id, currency));
create index entry_by_account on ledger_entry (account_id, posting_id);

create table ledger_hold (
    id bigint primary key,
    account_id bigint not null,
    amount bigint not null,
    currency char(3) not null,
    device_id bigint not null,
    ask_id varchar(64) not null,
    medium_id bigint not null,
    state varchar(16) not null,
    created_at timestamp(6) not null,
    expires_at timestamp(6) not null,
    constraint hold_ask unique (device_id, ask_id),
    constraint hold_amount check (amount > 0),
    constraint hold_account foreign key (account_id) references ledger_account (id));
create index hold_open on ledger_hold (state, expires_at);

create table receipt (
    posting_id bigint primary key,
    series varchar(16) not null,
    number bigint not null,
    copies int not null default 0,
    journal_id bigint not null,
    constraint receipt_number unique (series, number),
    constraint receipt_posting foreign key (posting_id) references ledger_posting (id));

create table medium (
    id bigint primary key,
    kind varchar(16) not null,
    person_id bigint,
    issue_number int not null,
    state varchar(16) not null,
    uid ${bytes},
    chip varchar(32),
    key_version int,
    block_reason varchar(24),
    layout varchar(80),
    created_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    constraint medium_person foreign key (person_id) references person (id));
create index medium_of_person on medium (person_id, id);
create index medium_by_uid on medium (uid, id);

create table card_job (
    id bigint primary key,
    request varchar(64) not null,
    person_id bigint not null,
    medium_id bigint not null,
    attempt int not null,
    state varchar(16) not null,
    printer varchar(200) not null,
    reader varchar(200) not null,
    layout varchar(80) not null,
    workstation varchar(64) not null,
    uid ${bytes},
    evidence varchar(4000) not null,
    created_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    constraint card_job_request unique (request, attempt),
    constraint card_job_person foreign key (person_id) references person (id),
    constraint card_job_medium foreign key (medium_id) references medium (id));
create index card_job_open on card_job (state, id);

create table device (
    id bigint primary key,
    name varchar(64) not null,
    kind varchar(24) not null,
    label varchar(120) not null,
    place varchar(120) not null,
    state varchar(16) not null,
    join_code_hash ${bytes},
    join_code_until timestamp(6),
    certificate_serial varchar(64),
    certificate_until timestamp(6),
    last_seq bigint not null default 0,
    created_at timestamp(6) not null,
    constraint device_name unique (name));

create table device_config (
    device_id bigint not null,
    version int not null,
    content varchar(16000) not null,
    operator_id bigint not null,
    at timestamp(6) not null,
    primary key (device_id, version),
    constraint device_config_device foreign key (device_id) references device (id));

create table device_report (
    device_id bigint primary key,
    config_version int,
    content varchar(16000),
    errors varchar(4000),
    online boolean not null,
    detail varchar(32) not null,
    clock_offset_ms bigint,
    program varchar(64),
    last_contact timestamp(6),
    reported_at timestamp(6),
    constraint device_report_device foreign key (device_id) references device (id));

-- Numbered lists (allow, block): one row a version; a device's confirmed version stands beside it.
create table list_entry (
    device_id bigint not null,
    list varchar(16) not null,
    credential varchar(64) not null,
    content varchar(400) not null,
    since_version bigint not null,
    removed_version bigint,
    primary key (device_id, list, credential, since_version),
    constraint list_entry_device foreign key (device_id) references device (id));
create index list_entry_version on list_entry (device_id, list, since_version);

create table list_state (
    device_id bigint not null,
    list varchar(16) not null,
    version bigint not null,
    changed_at timestamp(6) not null,
    confirmed_version bigint not null,
    confirmed_at timestamp(6),
    primary key (device_id, list),
    constraint list_state_device foreign key (device_id) references device (id));

create table device_event (
    device_id bigint not null,
    seq bigint not null,
    kind varchar(32) not null,
    at timestamp(6) not null,
    received_at timestamp(6) not null,
    late boolean not null,
    content_hash ${bytes} not null,
    content varchar(8000) not null,
    medium_id bigint,
    posting_id bigint,
    primary key (device_id, seq),
    constraint device_event_device foreign key (device_id) references device (id));
create index device_event_by_time on device_event (device_id, at, seq);
create index device_event_received on device_event (received_at, device_id, seq);

create table device_ask (
    device_id bigint not null,
    ask_id varchar(64) not null,
    request_hash ${bytes} not null,
    answer varchar(2000) not null,
    at timestamp(6) not null,
    primary key (device_id, ask_id),
    constraint device_ask_device foreign key (device_id) references device (id));

create table device_command (
    id bigint primary key,
    device_id bigint not null,
    verb varchar(32) not null,
    args varchar(2000) not null,
    state varchar(16) not null,
    detail varchar(400),
    operator_id bigint not null,
    created_at timestamp(6) not null,
    expires_at timestamp(6) not null,
    answered_at timestamp(6),
    constraint device_command_device foreign key (device_id) references device (id));
create index device_command_of on device_command (device_id, state, id);

create table compartment_assignment (
    device_id bigint not null,
    compartment int not null,
    person_id bigint not null,
    since timestamp(6) not null,
    primary key (device_id, compartment),
    constraint compartment_device foreign key (device_id) references device (id),
    constraint compartment_person foreign key (person_id) references person (id));
create index compartment_of_person on compartment_assignment (person_id, device_id);

-- One answered request per id, so that a retry after a lost answer changes nothing. Answers may name
-- people, so they are sealed under a key of the vault and dropped after a week.
create table request (
    id varchar(64) primary key,
    door varchar(80) not null,
    request_hash ${bytes} not null,
    sealed_answer ${bytes} not null,
    at timestamp(6) not null);

-- The journal: dense numbers, each row's hash covers the row before it.
create table journal (
    id bigint primary key,
    at timestamp(6) not null,
    kind varchar(48) not null,
    operator_id bigint,
    actor varchar(64) not null,
    workstation varchar(64) not null,
    subject varchar(64) not null,
    content varchar(64000) not null,
    hash ${bytes} not null);
create index journal_by_time on journal (at, id);
create index journal_by_kind on journal (kind, id);
create index journal_by_subject on journal (subject, id);

-- Children that nobody fills: H2 refuses to truncate a table that another one refers to.
create table ledger_entry_guard (
    posting_id bigint not null,
    leg smallint not null,
    constraint entry_guard foreign key (posting_id, leg) references ledger_entry (posting_id, leg));
create table journal_guard (
    journal_id bigint not null,
    constraint journal_guarded foreign key (journal_id) references journal (id));
