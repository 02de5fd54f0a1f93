-- Who left keeps his name on his results, and cannot sign in.
alter table person add column disabled bigint not null default 0;
-- Codes that sign a person in once; only the SHA-256 is stored: a copied database signs nobody in.
create table sign_in_code (
    code_hash text primary key,
    account   text   not null references person (account),
    kind      text   not null,
    issued_by text   not null,
    created   bigint not null,
    expires   bigint not null
);
create index sign_in_code_by_account on sign_in_code (account);

-- What a class is to do, in order.
create table lesson (
    class_id text   not null,
    position bigint not null,
    title    text   not null,
    strategy text   not null,
    tasks    text   not null,
    opens    text   not null,
    due      text   not null,
    set_by   text   not null,
    at       bigint not null,
    primary key (class_id, position)
);

-- Rights that the administrator changed; all others are as the policy of the suite has them.
create table permission (
    page    text   not null,
    action  text   not null,
    role    text   not null,
    allowed bigint not null,
    set_by  text   not null,
    at      bigint not null,
    primary key (page, action, role)
);
