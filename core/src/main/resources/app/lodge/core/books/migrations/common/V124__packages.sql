-- Programs, images and messages for devices: each version once, with its hash and the site's signature
-- (ID-60, SAFE-52, SAFE-56, CHAIN-24). The contents never change; a new content is a new version.

create table field_package (
    id bigint primary key,
    kind varchar(12) not null,
    name varchar(60) not null,
    version varchar(40) not null,
    device_kind varchar(24) not null,
    language varchar(5) not null,
    client varchar(60) not null,
    show_from timestamp(6),
    show_until timestamp(6),
    media_type varchar(60) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    signature ${bytes} not null,
    signing_key ${bytes} not null,
    added_by bigint not null,
    added_at timestamp(6) not null,
    constraint field_package_version unique (kind, name, version, language, client),
    constraint field_package_size check (size > 0));

create table field_package_chunk (
    package_id bigint not null,
    number int not null,
    content ${bytes} not null,
    constraint field_package_chunk_pk primary key (package_id, number),
    constraint field_package_chunk_package foreign key (package_id) references field_package (id));
