-- What cost centres reserved for one holder is listed newest first.
create index cost_centre_hold_account on cost_centre_hold (account_id, hold_id);
