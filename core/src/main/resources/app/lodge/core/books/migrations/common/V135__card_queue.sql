-- The queue of one workstation's card desk: a batch that people are added to while it is made (ID-48).

alter table card_batch add column queue_at varchar(120);

create index card_batch_queue on card_batch (queue_at);
