-- Portable between SQLite and PostgreSQL: bigint epoch milliseconds, text for words and JSON, ids made by the station.
create table person (
    account  text primary key,
    name     text   not null,
    role     text   not null,
    seat     text   not null,
    class_id text   not null,
    lang     text   not null,
    password text   not null,
    created  bigint not null
);

-- Wrong passwords by account; also for accounts that do not exist, so that an answer does not tell which do.
create table sign_in_guard (
    account      text primary key,
    failures     bigint not null,
    locked_until bigint not null,
    last_failure bigint not null
);

-- Only the SHA-256 of the cookie is stored: a copied database signs nobody in.
create table session (
    token_hash text primary key,
    account    text   not null references person (account),
    created    bigint not null,
    expires    bigint not null
);
create index session_by_account on session (account);

-- A projection of the run journals; can be deleted and rebuilt.
create table run (
    id         text primary key,
    owner      text             not null,
    plant      text             not null,
    task       text             not null,
    started    bigint           not null,
    state      text             not null,
    score      double precision,
    model_time double precision,
    state_hash text
);
create index run_by_owner on run (owner);

create table audit (
    seq       bigint primary key,
    at        bigint not null,
    actor     text   not null,
    action    text   not null,
    detail    text   not null,
    prev_hash text   not null,
    hash      text   not null
);
