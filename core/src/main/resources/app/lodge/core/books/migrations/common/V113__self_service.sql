-- Holders' self-service (ID-09, ID-22 to ID-26). A login is not an ID: it has a key of its own, under which its
-- address is sealed, and its links name accounts. What is sealed about the accounts' owners is under theirs.

create table self_service_login (
    id bigint primary key,
    state varchar(8) not null,
    key_seed ${bytes},
    sealed ${bytes},
    mail_index ${bytes},
    secret ${bytes},
    failed_attempts int not null,
    locked_until timestamp(6),
    opened_at timestamp(6) not null,
    ended_at timestamp(6),
    key_gone boolean not null,
    constraint self_service_login_mail unique (mail_index));

create table self_service_link (
    id bigint primary key,
    login_id bigint not null,
    account_id bigint not null,
    person_id bigint not null,
    state varchar(8) not null,
    rights varchar(40) not null,
    own boolean not null,
    until date,
    at_majority boolean not null,
    proof varchar(20) not null,
    asked_at timestamp(6) not null,
    linked_at timestamp(6),
    ended_at timestamp(6),
    constraint self_service_link_login foreign key (login_id) references self_service_login (id),
    constraint self_service_link_person foreign key (person_id) references person (id));
create index self_service_link_of_login on self_service_link (login_id, id);
create index self_service_link_of_person on self_service_link (person_id, id);

-- A code itself stands nowhere: it is computed from the salt by the vault, when it is sent and when it is tried.
create table self_service_code (
    purpose varchar(8) not null,
    about bigint not null,
    salt ${bytes} not null,
    state varchar(8) not null,
    wrong int not null,
    made_at timestamp(6) not null,
    expires_at timestamp(6) not null,
    constraint self_service_code_key primary key (purpose, about));

-- What holders ask staff to change about them; the wanted value is sealed under the person's key.
create table holder_request (
    id bigint primary key,
    person_id bigint not null,
    login_id bigint not null,
    field varchar(20) not null,
    sealed ${bytes},
    state varchar(8) not null,
    asked_at timestamp(6) not null,
    decided_at timestamp(6),
    decided_by bigint,
    constraint holder_request_person foreign key (person_id) references person (id),
    constraint holder_request_login foreign key (login_id) references self_service_login (id));
create index holder_request_open on holder_request (state, id);
create index holder_request_of_person on holder_request (person_id, id);

-- Mail to holders: written with what it tells of, sent later, once. Address and content go with the sending.
create table holder_mail (
    id bigint primary key,
    kind varchar(16) not null,
    about bigint not null,
    person_id bigint,
    login_id bigint,
    sealed ${bytes},
    state varchar(8) not null,
    attempts int not null,
    next_at timestamp(6) not null,
    sent_at timestamp(6),
    failure varchar(24) not null,
    constraint holder_mail_person foreign key (person_id) references person (id),
    constraint holder_mail_login foreign key (login_id) references self_service_login (id));
create index holder_mail_due on holder_mail (state, next_at);

-- When somebody's stored address changed last: linking by mail is barred for a while.
create table holder_address_change (
    person_id bigint primary key,
    changed_at timestamp(6) not null,
    constraint holder_address_change_person foreign key (person_id) references person (id));

-- Limits that a holder has set and may therefore raise or take away again.
create table self_service_limit (
    account_id bigint not null,
    kind varchar(24) not null,
    most bigint not null,
    constraint self_service_limit_key primary key (account_id, kind));
