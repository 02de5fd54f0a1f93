-- A run that is part of an exam is nobody's training, and is shown to its candidate again when the results are.
alter table run add column exam text;
