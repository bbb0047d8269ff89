create table booking (
    id bigint generated always as identity primary key,
    room bigint not null,
    during daterange not null check (not isempty(during)),
    guest text not null,
    cancelled boolean not null default false
);

create view stays as
select id, room, lower(during) as arrives, upper(during) as leaves, guest from booking where not cancelled;

create function book(p_room bigint, p_from date, p_to date, p_guest text) returns bigint language plpgsql
as $$
declare
    made bigint;
begin
    if exists (
        select from booking
        where room = p_room and during && daterange(p_from, p_to) and not cancelled
    ) then
        raise exception 'room % is taken', p_room;
    end if;
    insert into booking (room, during, guest) values (p_room, daterange(p_from, p_to), p_guest) returning id into made;
    return made;
end $$;

create function cancel(p_booking bigint) returns void language sql
as $$ update booking set cancelled = true where id = p_booking $$;
