create trigger link_append_only before update, delete on posting_link for each row call 'app.lodge.core.books.AppendOnly';
create trigger tax_append_only before update, delete on posting_tax for each row call 'app.lodge.core.books.AppendOnly';
