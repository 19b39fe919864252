create trigger journal_append_only before update, delete on journal for each row call 'app.lodge.core.books.AppendOnly';
create trigger posting_append_only before update, delete on ledger_posting for each row call 'app.lodge.core.books.AppendOnly';
create trigger entry_append_only before update, delete on ledger_entry for each row call 'app.lodge.core.books.AppendOnly';
