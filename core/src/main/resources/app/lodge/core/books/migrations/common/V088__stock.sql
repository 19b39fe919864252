-- Blanks from order to destruction (CHAIN-05, 06, 47…52) and media lent for a day (ID-07, ID-12).
-- A count changes by a movement only, from one place and state to another, so that all counts of a
-- delivery always add up to what was received.

alter table medium add column loan_until timestamp(6);

create table stock_place (
    id bigint primary key,
    name varchar(80) not null,
    kind varchar(8) not null,
    workstation varchar(64) not null,
    delegated boolean not null,
    low_at int not null,
    created_at timestamp(6) not null,
    constraint stock_place_name unique (name),
    constraint stock_place_low check (low_at >= 0));

create table stock_blank (
    id bigint primary key,
    name varchar(80) not null,
    carrier varchar(4) not null,
    chip varchar(32) not null,
    kind varchar(16) not null,
    printed boolean not null,
    magnetic_stripe boolean not null,
    thickness_um int not null,
    created_at timestamp(6) not null,
    constraint stock_blank_name unique (name),
    constraint stock_blank_thickness check (thickness_um between 100 and 5000));

create table stock_order (
    id bigint primary key,
    blank_id bigint not null,
    supplier varchar(80) not null,
    quantity int not null,
    price bigint not null,
    currency char(3) not null,
    service varchar(8) not null,
    four_colour boolean not null,
    finishes varchar(400) not null,
    ordered_on date not null,
    due_on date,
    constraint stock_order_blank foreign key (blank_id) references stock_blank (id),
    constraint stock_order_quantity check (quantity > 0),
    constraint stock_order_price check (price >= 0));

create table stock_order_stage (
    order_id bigint not null,
    stage varchar(24) not null,
    planned_on date,
    actual_on date,
    constraint stock_order_stage_key primary key (order_id, stage),
    constraint stock_order_stage_order foreign key (order_id) references stock_order (id));

create table stock_due_rule (
    id bigint primary key,
    service varchar(8) not null,
    four_colour_plain boolean not null,
    above int not null,
    working_days int,
    constraint stock_due_rule_days check (working_days between 1 and 250));

create table stock_due_extra (
    finish varchar(24) primary key,
    working_days int not null,
    constraint stock_due_extra_days check (working_days between 0 and 250));

create table stock_holiday (
    closed_on date primary key);

create table stock_delivery (
    id bigint primary key,
    blank_id bigint not null,
    order_id bigint,
    supplier varchar(80) not null,
    batch varchar(40) not null,
    pieces int not null,
    numbering varchar(8) not null,
    received_at timestamp(6) not null,
    constraint stock_delivery_blank foreign key (blank_id) references stock_blank (id),
    constraint stock_delivery_order foreign key (order_id) references stock_order (id),
    constraint stock_delivery_pieces check (pieces > 0));

create table stock_piece (
    id bigint primary key,
    delivery_id bigint not null,
    serial varchar(40),
    place_id bigint not null,
    state varchar(16) not null,
    medium_id bigint,
    changed_at timestamp(6) not null,
    constraint stock_piece_serial unique (serial),
    constraint stock_piece_medium unique (medium_id),
    constraint stock_piece_delivery foreign key (delivery_id) references stock_delivery (id),
    constraint stock_piece_place foreign key (place_id) references stock_place (id));
create index stock_piece_at on stock_piece (delivery_id, place_id, state, id);

create table stock_balance (
    delivery_id bigint not null,
    place_id bigint not null,
    state varchar(16) not null,
    pieces int not null,
    constraint stock_balance_key primary key (delivery_id, place_id, state),
    constraint stock_balance_delivery foreign key (delivery_id) references stock_delivery (id),
    constraint stock_balance_place foreign key (place_id) references stock_place (id),
    constraint stock_balance_pieces check (pieces >= 0 or state = 'DIFFERENCE'));

create table stock_movement (
    id bigint primary key,
    delivery_id bigint not null,
    from_place_id bigint,
    from_state varchar(16),
    to_place_id bigint not null,
    to_state varchar(16) not null,
    pieces int not null,
    reason varchar(24) not null,
    cause varchar(24) not null,
    operator_id bigint not null,
    at timestamp(6) not null,
    constraint stock_movement_delivery foreign key (delivery_id) references stock_delivery (id),
    constraint stock_movement_pieces check (pieces > 0));
create index stock_movement_of on stock_movement (delivery_id, id);
create index stock_movement_cause on stock_movement (cause, id);

-- The makers' usual times (CHAIN-50), for the site to change; null: to be agreed.
insert into stock_due_rule (id, service, four_colour_plain, above, working_days) values
    (1, 'NORMAL', false, 0, 7), (2, 'NORMAL', true, 0, 5), (3, 'NORMAL', false, 50000, null),
    (4, 'NORMAL', true, 50000, null), (5, 'EXPRESS', false, 0, 4), (6, 'EXPRESS', true, 0, 4),
    (7, 'EXPRESS', false, 50000, null), (8, 'EXPRESS', true, 50000, null);
insert into stock_due_extra (finish, working_days) values
    ('PRINTED_NUMBER', 1), ('LASER_NUMBER', 1), ('INKJET_NUMBER', 1), ('BARCODE', 1), ('EMBOSSING', 1);
