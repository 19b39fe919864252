-- Which bridge has the devices: the newest term. A bridge of an older one lets go (ID-49).
create table bridge_term (
    term bigint primary key,
    holder varchar(120) not null,
    began_at timestamp(6) not null);
