create table booking (
    id bigint generated always as identity primary key,
    room bigint not null,
    during daterange not null check (upper(during) - lower(during) > 1),
    guest text not null,
    cancelled boolean not null default false,
    exclude using gist (room with =, during with &&) where (not cancelled)
);

create view stays as
select id, room, lower(during) as arrives, upper(during) - 1 as leaves, guest from booking where not cancelled;

create function book(p_room bigint, p_from date, p_to date, p_guest text) returns bigint language sql
as $$ insert into booking (room, during, guest) values (p_room, daterange(p_from, p_to, '[]'), p_guest) returning id $$;

create function cancel(p_booking bigint) returns void language sql
as $$ update booking set cancelled = true where id = p_booking $$;
