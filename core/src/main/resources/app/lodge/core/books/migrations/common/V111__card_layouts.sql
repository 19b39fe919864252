-- Card layouts (ID-46): drafts that change, published revisions that never do, and which groups get which.

create table card_layout (
    layout varchar(40) not null,
    revision int not null,
    name varchar(80) not null,
    document ${bytes} not null,
    sha256 char(64) not null,
    published_at timestamp(6) not null,
    published_by bigint not null,
    constraint card_layout_pk primary key (layout, revision),
    constraint card_layout_revision check (revision between 1 and 1000000));

-- As with the journal: H2 refuses to truncate a table that another one refers to.
create table card_layout_guard (
    layout varchar(40) not null,
    revision int not null,
    constraint card_layout_guarded foreign key (layout, revision) references card_layout (layout, revision));

create table card_layout_draft (
    layout varchar(40) not null,
    name varchar(80) not null,
    document ${bytes} not null,
    saved_at timestamp(6) not null,
    saved_by bigint not null,
    constraint card_layout_draft_pk primary key (layout));

-- Group 0 is everybody else.
create table card_layout_use (
    group_id bigint not null,
    layout varchar(40) not null,
    constraint card_layout_use_pk primary key (group_id));
