-- What was sold with a payment, as the point said it: also a product that nobody knows and a price that
-- nobody set, because it happened all the same (ID-52). Postings keep the tax of each line beside it.

create table sold_line (
    posting_id bigint not null,
    line smallint not null,
    product_number int not null,
    quantity int not null,
    price bigint not null,
    list_version bigint not null,
    tax bigint not null,
    remark varchar(16) not null,
    constraint sold_line_key primary key (posting_id, line),
    constraint sold_line_quantity check (quantity > 0),
    constraint sold_line_price check (price >= 0),
    constraint sold_line_posting foreign key (posting_id) references ledger_posting (id));
create index sold_line_of_product on sold_line (product_number, posting_id);
