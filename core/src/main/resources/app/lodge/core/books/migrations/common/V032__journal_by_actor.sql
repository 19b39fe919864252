-- The journal of one operator or device, a page at a time.
create index journal_by_actor on journal (actor, id);
