-- What is watched, what was found, and whom it was told (ID-49). An alert is stored before anybody hears
-- of it, and each message is a row before it is sent, so that a killed bridge goes on where it was.

create table watch_rule (
    id bigint primary key,
    matter varchar(24) not null,
    device_kind varchar(24) not null,
    place varchar(120) not null,
    threshold int not null,
    channels varchar(24) not null,
    quiet_from varchar(5) not null,
    quiet_until varchar(5) not null,
    escalate_minutes int not null,
    active boolean not null,
    constraint watch_rule_threshold check (threshold >= 0),
    constraint watch_rule_escalate check (escalate_minutes between 0 and 10080));

create table watch_alert (
    id bigint primary key,
    rule_id bigint not null,
    matter varchar(24) not null,
    subject varchar(24) not null,
    code varchar(24) not null,
    what varchar(120) not null,
    amount bigint not null,
    times int not null,
    raised_at timestamp(6) not null,
    last_at timestamp(6) not null,
    ended_at timestamp(6),
    acknowledged_at timestamp(6),
    acknowledged_by bigint,
    escalated_at timestamp(6),
    constraint watch_alert_rule foreign key (rule_id) references watch_rule (id));
create index watch_alert_open on watch_alert (rule_id, subject, code, id);
create index watch_alert_ended on watch_alert (ended_at, id);

create table watch_message (
    alert_id bigint not null,
    channel varchar(8) not null,
    escalation boolean not null,
    state varchar(8) not null,
    attempts int not null,
    next_at timestamp(6) not null,
    sent_at timestamp(6),
    failure varchar(400) not null,
    constraint watch_message_key primary key (alert_id, channel, escalation),
    constraint watch_message_alert foreign key (alert_id) references watch_alert (id));
create index watch_message_due on watch_message (state, next_at);

create table watch_outlet (
    channel varchar(8) primary key,
    content varchar(2000) not null,
    secret ${bytes},
    changed_at timestamp(6) not null);

-- What every site wants to see on the screen until it says otherwise.
insert into watch_rule
    (id, matter, device_kind, place, threshold, channels, quiet_from, quiet_until, escalate_minutes, active) values
    (1, 'SILENCE', '', '', 15, 'TASK', '', '', 0, true),
    (2, 'FAULT', '', '', 0, 'TASK', '', '', 0, true),
    (3, 'LEVEL', '', '', 90, 'TASK', '', '', 0, true),
    (4, 'CERTIFICATE', '', '', 30, 'TASK', '', '', 0, true),
    (5, 'LISTS_BEHIND', '', '', 60, 'TASK', '', '', 0, true),
    (6, 'DISK', '', '', 90, 'TASK', '', '', 0, true),
    (7, 'BACKUP', '', '', 7, 'TASK', '', '', 0, true);
