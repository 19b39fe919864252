-- How long what is kept, on what ground, and what holds an erasure up.

create table retention_class (
    code varchar(32) primary key,
    ground varchar(32) not null,
    years int not null,
    keeps_person boolean not null,
    when_due varchar(16) not null,
    constraint retention_years check (years between 0 and 100));

insert into retention_class (code, ground, years, keeps_person, when_due) values
    ('PERSON', 'CONTRACT', 3, false, 'PROPOSE'),
    ('POSTINGS', 'TAX_LAW', 10, false, 'PROPOSE'),
    ('RECEIPTS', 'TAX_LAW', 10, false, 'PROPOSE'),
    ('MEDIA', 'OPERATION', 3, false, 'PROPOSE'),
    ('DEVICE_EVENTS', 'OPERATION', 3, false, 'PROPOSE'),
    ('JOURNAL', 'ACCOUNTABILITY', 10, false, 'PROPOSE');

create table legal_hold (
    id bigint primary key,
    person_id bigint not null,
    ground varchar(32) not null,
    reference varchar(24) not null,
    until date not null,
    set_by varchar(64) not null,
    set_at timestamp(6) not null,
    released_by varchar(64),
    released_at timestamp(6),
    constraint legal_hold_person foreign key (person_id) references person (id));
create index legal_hold_of_person on legal_hold (person_id, id);
