-- Why a batch stands still, and whose turn it is at a card printer (ID-48).

alter table card_batch add column paused_for varchar(24);

-- printer: the machine's serial number, or workstation and address where it tells none.
create table printer_turn (
    printer varchar(400) not null,
    turn varchar(64) not null,
    batch_id bigint not null,
    workstation varchar(120) not null,
    address varchar(260) not null,
    operator_id bigint not null,
    since timestamp(6) not null,
    kept_until timestamp(6) not null,
    constraint printer_turn_pk primary key (printer),
    constraint printer_turn_turn unique (turn),
    constraint printer_turn_batch foreign key (batch_id) references card_batch (id));
