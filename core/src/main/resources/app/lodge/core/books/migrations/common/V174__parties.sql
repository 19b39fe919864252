-- Who else is told of a device: its client, the bank, who carries the cash, who services it (SAFE-32). A rule
-- names kinds of party, a party says for which devices it stands, and what a kind of party may see is data. A
-- message is a row before it is sent, as the site's own are.

alter table watch_rule add column parties varchar(60) default '' not null;

create table watch_party (
    id bigint primary key,
    name varchar(80) not null,
    kind varchar(8) not null,
    language varchar(5) not null,
    mail varchar(255) not null,
    webhook varchar(500) not null,
    secret ${bytes},
    active boolean not null,
    changed_at timestamp(6) not null);

-- One of the devices that a party stands for: this one, or all of a kind and a place. 0 and empty for any.
create table watch_party_device (
    party_id bigint not null,
    line int not null,
    device_id bigint not null,
    device_kind varchar(24) not null,
    place varchar(120) not null,
    constraint watch_party_device_key primary key (party_id, line),
    constraint watch_party_device_party foreign key (party_id) references watch_party (id));

create table watch_party_sight (
    kind varchar(8) primary key,
    sights varchar(120) not null);

create table watch_party_message (
    alert_id bigint not null,
    party_id bigint not null,
    channel varchar(8) not null,
    state varchar(8) not null,
    attempts int not null,
    next_at timestamp(6) not null,
    sent_at timestamp(6),
    failure varchar(400) not null,
    constraint watch_party_message_key primary key (alert_id, party_id, channel),
    constraint watch_party_message_alert foreign key (alert_id) references watch_alert (id),
    constraint watch_party_message_party foreign key (party_id) references watch_party (id));
create index watch_party_message_due on watch_party_message (state, next_at);

insert into watch_party_sight (kind, sights) values
    ('CLIENT', 'PLACE,FILL,FAULT,VERSIONS,TOTALS,PAYMENTS,PEOPLE'),
    ('BANK', 'TOTALS'),
    ('CIT', 'PLACE,FILL'),
    ('SERVICE', 'PLACE,FAULT,VERSIONS'),
    ('OTHER', '');

-- Nobody is told by this until a site has parties.
update watch_rule set parties = 'CLIENT,SERVICE' where matter in ('SILENCE', 'FAULT');
update watch_rule set parties = 'CLIENT,BANK,CIT' where matter = 'LEVEL';
update watch_rule set parties = 'SERVICE' where matter in ('CERTIFICATE', 'LISTS_BEHIND', 'OUT_OF_STEP');
update watch_rule set parties = 'CLIENT' where matter = 'CARD_REFUSED';
