create trigger seal_append_only before update or delete on journal_seal for each row execute function append_only();
create trigger seal_never_truncated before truncate on journal_seal for each statement execute function append_only();
