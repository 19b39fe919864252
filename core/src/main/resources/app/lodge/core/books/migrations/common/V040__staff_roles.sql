-- Roles that a site made for its own staff, and whose data an operator works with (ID-55).
create table staff_role (
    id bigint primary key,
    name varchar(64) not null,
    template varchar(16) not null,
    permissions varchar(4000) not null,
    hidden_fields varchar(400) not null,
    changed_at timestamp(6) not null,
    constraint staff_role_name unique (name));

alter table operator add column role_id bigint;
alter table operator add constraint operator_own_role foreign key (role_id) references staff_role (id);
-- A JSON array of names; null for the whole site.
alter table operator add column departments varchar(8000);
