create trigger product_price_append_only before update, delete on product_price for each row call 'app.lodge.core.books.AppendOnly';
