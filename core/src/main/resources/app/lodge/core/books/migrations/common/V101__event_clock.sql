-- How far the device's clock was ahead of ours when an event came in; null where nobody had measured it.
alter table device_event add column clock_offset_ms bigint;
