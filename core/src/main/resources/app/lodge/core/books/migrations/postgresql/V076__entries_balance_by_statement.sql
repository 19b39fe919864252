-- Every statement that inserts entries leaves their postings at zero in each currency. Asked once for a statement instead of
-- once for each entry: entries of one posting come in one statement, and the statement is refused that leaves it open.

drop trigger entries_balance on ledger_entry;
create or replace function entries_balance() returns trigger language plpgsql as $$
declare
    open_posting bigint;
begin
    select e.posting_id into open_posting
        from (select distinct posting_id from added offset 0) as a
        cross join lateral (
            select x.posting_id from ledger_entry x where x.posting_id = a.posting_id
            group by x.posting_id, x.currency having sum(x.amount) <> 0 offset 0) as e
        limit 1;
    if found then
        raise exception 'posting % does not balance', open_posting using errcode = '23514';
    end if;
    return null;
end $$;
create trigger entries_balance after insert on ledger_entry referencing new table as added
    for each statement execute function entries_balance();
