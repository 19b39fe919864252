-- The journal's seals: a signed Merkle root over the row hashes since the seal before.
-- A signing key's `wrapped` half opens with the vault only, and is destroyed when the key is replaced.

create table journal_key (
    id int primary key,
    public_key ${bytes} not null,
    wrapped ${bytes},
    made_at timestamp(6) not null,
    retired_at timestamp(6),
    constraint journal_key_retired check (wrapped is not null or retired_at is not null));

create table journal_seal (
    id bigint primary key,
    first_row bigint not null,
    last_row bigint not null,
    root ${bytes} not null,
    previous ${bytes} not null,
    sealed_at timestamp(6) not null,
    public_key ${bytes} not null,
    new_key ${bytes},
    hash ${bytes} not null,
    signature ${bytes} not null,
    new_signature ${bytes},
    constraint journal_seal_first unique (first_row),
    constraint journal_seal_last unique (last_row),
    constraint journal_seal_rows check (last_row >= first_row),
    constraint journal_seal_from foreign key (first_row) references journal (id),
    constraint journal_seal_until foreign key (last_row) references journal (id));

-- As with the journal: H2 refuses to truncate a table that another one refers to.
create table journal_seal_guard (
    seal_id bigint not null,
    constraint journal_seal_guarded foreign key (seal_id) references journal_seal (id));
