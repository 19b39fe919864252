-- Photographs are proposed, approved, rejected or replaced (ID-11). What was kept before was approved by being kept.

alter table photo add column state varchar(16) default 'APPROVED' not null;
-- What a decision can be taken back to; null once the person's photographs have changed again.
alter table photo add column state_before varchar(16);
alter table photo add column source varchar(16) default 'DESK' not null;
alter table photo add column taken_by bigint;
alter table photo add column decided_by bigint;
alter table photo add column decided_at timestamp(6);
alter table photo add column reason varchar(24);
-- The photograph that took this one's place.
alter table photo add column replaced_by bigint;

update photo set state = 'REPLACED' where replaced_at is not null;

create index photo_in_state on photo (state, id);
