create trigger link_append_only before update or delete on posting_link for each row execute function append_only();
create trigger link_never_truncated before truncate on posting_link for each statement execute function append_only();
create trigger tax_append_only before update or delete on posting_tax for each row execute function append_only();
create trigger tax_never_truncated before truncate on posting_tax for each statement execute function append_only();
