-- What each item of a closed run gave, for statistics; a projection of the journals as the list of runs is.
create table run_item (
    run      text not null references run (id),
    position bigint not null,
    kind     text not null,
    item     text not null,
    zh       text not null,
    en       text not null,
    points   double precision not null,
    earned   double precision not null,
    primary key (run, position)
);
alter table run add column itemised integer not null default 0;
