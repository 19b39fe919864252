-- What payment points sell, and for how much (ID-62). Prices are only ever added: what something cost at
-- any moment, and why, can be told for ever.

create table product (
    number int not null,
    name varchar(80) not null,
    names varchar(1000) not null,
    category varchar(40) not null,
    tax_code varchar(16) not null,
    active boolean not null,
    created_at timestamp(6) not null,
    changed_at timestamp(6) not null,
    constraint product_key primary key (number),
    constraint product_number check (number between 1 and 999999));

create table price_list (
    id bigint not null,
    name varchar(80) not null,
    group_id bigint,
    hours varchar(2000) not null,
    tax_code varchar(16) not null,
    created_at timestamp(6) not null,
    ends_at timestamp(6),
    constraint price_list_key primary key (id),
    constraint price_list_name unique (name),
    constraint price_list_group foreign key (group_id) references people_group (id));

create table price_list_point (
    list_id bigint not null,
    device_id bigint not null,
    constraint price_list_point_key primary key (list_id, device_id),
    constraint price_list_point_list foreign key (list_id) references price_list (id),
    constraint price_list_point_device foreign key (device_id) references device (id));

create table product_price (
    id bigint not null,
    list_id bigint not null,
    product_number int not null,
    amount bigint,
    from_at timestamp(6) not null,
    put_at timestamp(6) not null,
    constraint product_price_key primary key (id),
    constraint product_price_amount check (amount >= 0),
    constraint product_price_list foreign key (list_id) references price_list (id),
    constraint product_price_product foreign key (product_number) references product (number));
create index product_price_of_product on product_price (product_number, list_id, from_at);

-- A price goes to the tills as an entry of a numbered list, with its names and hours.
alter table list_entry alter column content set data type varchar(4000);
