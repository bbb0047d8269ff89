create table account (
    id bigint primary key,
    currency text not null check (currency ~ '^[A-Z]{3}$')
);

create table charge (
    id bigint generated always as identity primary key,
    account bigint not null references account (id),
    amount bigint not null check (amount > 0),
    currency text not null,
    key text not null unique
);

create view charges as select id, account, amount, currency, key from charge;

create function open_account(p_id bigint, p_currency text) returns bigint language sql
as $$ insert into account (id, currency) values (p_id, p_currency) returning id $$;

create function charge(p_key text, p_account bigint, p_amount bigint, p_currency text) returns bigint
language plpgsql as $$
declare
    made charge;
begin
    insert into charge (key, account, amount, currency) values (p_key, p_account, p_amount, p_currency)
    on conflict (key) do nothing
    returning * into made;
    if not found then
        select * into made from charge where key = p_key;
        if (made.account, made.amount, made.currency) is distinct from (p_account, p_amount, p_currency) then
            raise exception 'key % belongs to another charge', p_key;
        end if;
    end if;
    return made.id;
end $$;
