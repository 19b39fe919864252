-- What each import did, so that the whole of it can be undone (ID-04, ID-05). What people were before
-- is sealed under each person's own key.

create table import_run (
    id bigint primary key,
    request varchar(64) not null,
    file_hash varchar(64) not null,
    operator varchar(64) not null,
    begun_at timestamp(6) not null,
    finished_at timestamp(6),
    undone_at timestamp(6),
    constraint import_run_request unique (request));

create table import_run_person (
    run_id bigint not null,
    person_id bigint not null,
    did varchar(16) not null,
    revision int not null,
    sealed ${bytes},
    undone varchar(24),
    primary key (run_id, person_id),
    constraint import_run_person_run foreign key (run_id) references import_run (id),
    constraint import_run_person_person foreign key (person_id) references person (id));
create index import_run_person_of on import_run_person (person_id, run_id);
