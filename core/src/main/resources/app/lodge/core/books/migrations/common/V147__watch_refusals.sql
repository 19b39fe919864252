-- Whoever the field network turns away is on the screen until a site says otherwise (SAFE-59).
insert into watch_rule
    (id, matter, device_kind, place, threshold, channels, quiet_from, quiet_until, escalate_minutes, active)
    select coalesce(max(id), 0) + 1, 'REFUSED', '', '', 0, 'TASK', '', '', 0, true from watch_rule;
