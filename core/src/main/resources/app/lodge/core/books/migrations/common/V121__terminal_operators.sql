-- Who is logged on at which terminal (CHAIN-10, CHAIN-27): the newest word of each, from its events `log-on`
-- and `log-off`. And more levels of operators' cards (CHAIN-09).

create table terminal_operator (
    device_id bigint not null,
    uid varchar(20),
    seq bigint not null,
    at timestamp(6) not null,
    constraint terminal_operator_key primary key (device_id),
    constraint terminal_operator_device foreign key (device_id) references device (id));

alter table operator_card drop constraint operator_card_level;
alter table operator_card add constraint operator_card_level check (
    card_level in ('ADMINISTRATOR', 'CLERK', 'TERMINAL', 'HEAD_OFFICE', 'BRANCH_MANAGER'));
