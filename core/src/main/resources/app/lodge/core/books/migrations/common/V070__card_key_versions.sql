-- Versions of the site's card keys after the first (CHAIN-07). The keys themselves grow from the vault.
create table card_key_version (
    version int primary key,
    since timestamp(6) not null,
    constraint card_key_version_range check (version between 2 and 255));
