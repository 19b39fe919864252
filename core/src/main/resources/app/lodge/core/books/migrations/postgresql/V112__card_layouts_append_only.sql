create trigger card_layout_append_only before update or delete on card_layout for each row execute function append_only();
create trigger card_layout_never_truncated before truncate on card_layout for each statement execute function append_only();
