create trigger product_price_append_only before update or delete on product_price for each row execute function append_only();
create trigger product_price_never_truncated before truncate on product_price for each statement execute function append_only();
