-- People's signatures for their cards, enciphered under each person's key as photographs are (ID-40, ID-46).

create table person_signature (
    id bigint primary key,
    person_id bigint not null,
    sealed ${bytes} not null,
    source varchar(16) not null,
    taken_at timestamp(6) not null,
    taken_by bigint,
    -- Another one took its place, or it was taken away; null for the one that is printed.
    replaced_at timestamp(6),
    constraint person_signature_person foreign key (person_id) references person (id));
create index person_signature_of_person on person_signature (person_id, id);
