-- Which code of an app was shown last and where, so that nobody shows it a second time elsewhere (ID-07). The
-- app itself is a medium; its secret is the vault's and stands nowhere.
create table app_code (
    medium_id bigint primary key,
    last_step bigint not null,
    last_device bigint not null,
    wrong int not null,
    wrong_at timestamp(6),
    constraint app_code_medium foreign key (medium_id) references medium (id),
    constraint app_code_wrong check (wrong >= 0));
