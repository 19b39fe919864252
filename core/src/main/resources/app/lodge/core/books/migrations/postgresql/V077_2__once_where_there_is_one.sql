-- A posting is undone once, and a hold captured once, as before. Most postings do neither, and are no longer entered for it.

alter table ledger_posting drop constraint posting_reverses;
alter table ledger_posting drop constraint posting_hold;
create unique index posting_reverses on ledger_posting (reverses_id) where reverses_id is not null;
create unique index posting_hold on ledger_posting (hold_id) where hold_id is not null;
