-- How much of which write-ahead log this file holds: changed with every group that the log makes durable, and in the same
-- transaction, so that after a crash each of them is written again once and no more.
create table write_ahead (
    id smallint primary key,
    log bigint not null,
    written bigint not null,
    constraint write_ahead_one check (id = 1));
insert into write_ahead (id, log, written) values (1, 0, 0);
