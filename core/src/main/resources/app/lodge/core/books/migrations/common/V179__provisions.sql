-- What runs out and no device of the field tells of: licences and the credit of SIM cards as somebody entered them,
-- ribbons as the card printers told last (ID-49).

create table watch_provision (
    id bigint primary key,
    kind varchar(8) not null,
    name varchar(80) not null,
    ends_on date,
    remaining bigint not null,
    wanted bigint not null,
    told_at timestamp(6) not null,
    active boolean not null,
    constraint watch_provision_remaining check (remaining >= 0),
    constraint watch_provision_wanted check (wanted >= 0));
create index watch_provision_named on watch_provision (kind, name);

-- How fast ribbons are used is counted with every round of the watch.
create index card_job_begun on card_job (created_at);

-- Every site sees it on the screen until it says otherwise.
insert into watch_rule
    (id, matter, device_kind, place, threshold, channels, quiet_from, quiet_until, escalate_minutes, active)
    select coalesce(max(id), 0) + 1, 'LICENCE', '', '', 30, 'TASK', '', '', 0, true from watch_rule;
insert into watch_rule
    (id, matter, device_kind, place, threshold, channels, quiet_from, quiet_until, escalate_minutes, active)
    select coalesce(max(id), 0) + 1, 'SIM_CREDIT', '', '', 0, 'TASK', '', '', 0, true from watch_rule;
insert into watch_rule
    (id, matter, device_kind, place, threshold, channels, quiet_from, quiet_until, escalate_minutes, active)
    select coalesce(max(id), 0) + 1, 'RIBBON', '', '', 7, 'TASK', '', '', 0, true from watch_rule;
