-- Pay-outs by transfer: which posting went out in which file, and what came back (ID-29, ID-64).

alter table bank_file add column carried_out_at timestamp(6);

create table payout_transfer (
    posting_id bigint primary key,
    bank_file_id bigint not null,
    mandate_id bigint not null,
    amount bigint not null,
    return_reason varchar(4),
    return_posting bigint,
    constraint payout_transfer_posting foreign key (posting_id) references ledger_posting (id),
    constraint payout_transfer_file foreign key (bank_file_id) references bank_file (id));
create index payout_transfer_filed on payout_transfer (bank_file_id, posting_id);
