create trigger sold_line_append_only before update, delete on sold_line for each row call 'app.lodge.core.books.AppendOnly';
