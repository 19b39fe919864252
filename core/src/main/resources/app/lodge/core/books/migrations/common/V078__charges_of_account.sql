-- What one holder charged to cost centres is read by the holder's account, newest first.

create index cost_centre_charge_account on cost_centre_charge (account_id, posting_id);
