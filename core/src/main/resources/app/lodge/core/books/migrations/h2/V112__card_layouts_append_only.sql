create trigger card_layout_append_only before update, delete on card_layout for each row call 'app.lodge.core.books.AppendOnly';
