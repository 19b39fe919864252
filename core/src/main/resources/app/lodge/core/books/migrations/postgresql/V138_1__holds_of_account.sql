-- An account's holds are listed newest first. H2 has such an index already: it makes one for the foreign key.
create index hold_of_account on ledger_hold (account_id, id);
