create trigger encoding_plan_append_only before update or delete on encoding_plan for each row execute function append_only();
create trigger encoding_plan_never_truncated before truncate on encoding_plan for each statement execute function append_only();
