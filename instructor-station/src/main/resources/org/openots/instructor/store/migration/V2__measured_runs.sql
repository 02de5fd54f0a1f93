-- Runs on a real rig are recorded and not simulated; pages tell them apart after they are closed, too.
alter table run add column measured integer not null default 0;
