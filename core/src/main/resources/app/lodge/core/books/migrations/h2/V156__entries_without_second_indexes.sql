-- H2 keeps an index of its own for every foreign key whose columns are not exactly an index's. These four repeated the first
-- columns of a primary key or of another index, and every payment and event had to write them. What they guarded is held by the
-- ledger, which writes a posting with its entries in one piece, and is compared with the journal by the conservation checks.

alter table ledger_entry drop constraint entry_posting;
alter table ledger_entry drop constraint entry_account;
alter table device_ask drop constraint device_ask_device;
alter table device_event drop constraint device_event_device;
