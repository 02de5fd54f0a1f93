-- The scenario, as id@version, that a given task is played with; empty for none.
alter table assignment add column scenario text not null default '';
