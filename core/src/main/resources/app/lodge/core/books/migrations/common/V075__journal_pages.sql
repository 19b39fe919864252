-- A page of the journal by kind, subject or actor, with or without a time, reads one of these backwards.

drop index journal_by_kind;
create index journal_by_kind on journal (kind, at, id);
drop index journal_by_subject;
create index journal_by_subject on journal (subject, at, id);
drop index journal_by_actor;
create index journal_by_actor on journal (actor, at, id);
