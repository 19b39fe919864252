-- What sort of payment point there can be, as a list that the site goes on with (ID-14). A shipped one has no
-- name until the site gives it another one: its own stands in the bundles, in every language.
create table point_type (
    code varchar(24) primary key,
    name varchar(60) not null,
    position int not null,
    retired boolean not null);
insert into point_type (code, name, position, retired) values ('till', '', 10, false);
insert into point_type (code, name, position, retired) values ('canteen', '', 20, false);
insert into point_type (code, name, position, retired) values ('vending', '', 30, false);
insert into point_type (code, name, position, retired) values ('drinks', '', 40, false);
insert into point_type (code, name, position, retired) values ('turnstile', '', 50, false);
insert into point_type (code, name, position, retired) values ('printer', '', 60, false);
insert into point_type (code, name, position, retired) values ('copier', '', 70, false);
insert into point_type (code, name, position, retired) values ('bicycle-garage', '', 80, false);
insert into point_type (code, name, position, retired) values ('locker', '', 90, false);
insert into point_type (code, name, position, retired) values ('other', '', 1000, false);

-- Which of them a payment point is; without a row it is 'other'.
create table typed_point (
    device_id bigint primary key,
    type_code varchar(24) not null,
    constraint typed_point_device foreign key (device_id) references device (id),
    constraint typed_point_type foreign key (type_code) references point_type (code));
