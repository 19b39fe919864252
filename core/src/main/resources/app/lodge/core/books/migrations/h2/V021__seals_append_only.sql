create trigger seal_append_only before update, delete on journal_seal for each row call 'app.lodge.core.books.AppendOnly';
