create trigger sold_line_append_only before update or delete on sold_line for each row execute function append_only();
create trigger sold_line_never_truncated before truncate on sold_line for each statement execute function append_only();
