create function append_only() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = '25006';
end $$;

create trigger journal_append_only before update or delete on journal for each row execute function append_only();
create trigger journal_never_truncated before truncate on journal for each statement execute function append_only();
create trigger posting_append_only before update or delete on ledger_posting for each row execute function append_only();
create trigger posting_never_truncated before truncate on ledger_posting for each statement execute function append_only();
create trigger entry_append_only before update or delete on ledger_entry for each row execute function append_only();
create trigger entry_never_truncated before truncate on ledger_entry for each statement execute function append_only();

create function entries_balance() returns trigger language plpgsql as $$
begin
    if exists (select 1 from ledger_entry where posting_id = new.posting_id group by currency having sum(amount) <> 0) then
        raise exception 'posting % does not balance', new.posting_id using errcode = '23514';
    end if;
    return null;
end $$;
create constraint trigger entries_balance after insert on ledger_entry deferrable initially deferred
    for each row execute function entries_balance();
