create table line (
    id bigint generated always as identity primary key,
    entry bigint not null,
    account text not null check (account <> ''),
    amount bigint not null check (amount <> 0)
);

create view lines as select entry, account, amount from line;

create function post(p_entry bigint, p_account text, p_amount bigint) returns bigint language sql
as $$ insert into line (entry, account, amount) values (p_entry, p_account, p_amount) returning id $$;
