-- Base keys of door readers, sealed under a key of the vault: the one that a reader is known to have, and
-- one that was made for it and not confirmed yet.
create table door_reader_key (
    device_id bigint primary key,
    own ${bytes},
    offered ${bytes},
    changed_at timestamp(6) not null,
    constraint door_reader_key_device foreign key (device_id) references device (id));

create index device_event_of_medium on device_event (medium_id, at);
