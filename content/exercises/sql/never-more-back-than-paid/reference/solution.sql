create table charge (
    id bigint primary key,
    amount bigint not null check (amount > 0),
    refunded bigint not null default 0,
    check (refunded between 0 and amount)
);

create table refund (
    id bigint primary key,
    charge bigint not null references charge (id),
    amount bigint not null check (amount > 0)
);

create view refunds as select id, charge, amount from refund;

create function charge(p_id bigint, p_amount bigint) returns bigint language sql
as $$ insert into charge (id, amount) values (p_id, p_amount) returning id $$;

create function refund(p_id bigint, p_charge bigint, p_amount bigint) returns bigint language sql
as $$
    update charge set refunded = refunded + p_amount where id = p_charge;
    insert into refund (id, charge, amount) values (p_id, p_charge, p_amount) returning id;
$$;
