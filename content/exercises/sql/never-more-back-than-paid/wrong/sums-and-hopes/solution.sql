create table charge (id bigint primary key, amount bigint not null check (amount > 0));

create table refund (
    id bigint primary key,
    charge bigint not null references charge (id),
    amount bigint not null check (amount > 0)
);

create view refunds as select id, charge, amount from refund;

create function charge(p_id bigint, p_amount bigint) returns bigint language sql
as $$ insert into charge (id, amount) values (p_id, p_amount) returning id $$;

create function refund(p_id bigint, p_charge bigint, p_amount bigint) returns bigint language plpgsql
as $$
begin
    if p_amount > (select amount from charge where id = p_charge)
        - (select coalesce(sum(amount), 0) from refund where charge = p_charge) then
        raise exception 'charge % has less than % left', p_charge, p_amount;
    end if;
    insert into refund (id, charge, amount) values (p_id, p_charge, p_amount);
    return p_id;
end $$;
