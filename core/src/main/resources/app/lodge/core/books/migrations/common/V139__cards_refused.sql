-- What a kiosk took by card and nobody was credited with is a task on the screen (ID-28, ID-30).
insert into watch_rule
    (id, matter, device_kind, place, threshold, channels, quiet_from, quiet_until, escalate_minutes, active)
    select coalesce(max(id), 0) + 1, 'CARD_REFUSED', '', '', 0, 'TASK', '', '', 0, true from watch_rule;
