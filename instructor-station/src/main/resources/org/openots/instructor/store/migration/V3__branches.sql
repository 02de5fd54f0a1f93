-- A branch goes on from another run and is nobody's result; pages and lists tell it apart.
alter table run add column branch_of text;
-- The task an instructor gave to everybody (''), a class, or one seat ('@' and the account).
create table assignment (
  whom text primary key,
  task text not null,
  initial_condition text not null,
  given_by text not null,
  at integer not null
);
