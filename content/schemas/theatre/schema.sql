create table performances (
    id bigint primary key,
    title text not null,
    seats bigint not null check (seats > 0),
    sold bigint not null default 0
);
comment on table performances is 'An evening on the stage.';
comment on column performances.sold is 'How many seats are booked; the sum of the bookings.';

create table bookings (
    id bigint primary key,
    performance bigint not null references performances (id),
    buyer text not null,
    seats bigint not null check (seats > 0)
);
comment on table bookings is 'Who has booked how many seats.';

create table vouchers (
    code text primary key,
    pence bigint not null check (pence > 0),
    used_by text
);
comment on table vouchers is 'A voucher pays once.';
comment on column vouchers.used_by is 'Empty until somebody has used it.';

create table credits (
    id bigint primary key,
    buyer text not null,
    voucher text references vouchers (code),
    pence bigint not null check (pence > 0)
);
comment on table credits is 'What a buyer may spend.';

create table programmes (
    performance bigint primary key references performances (id),
    body text not null,
    version bigint not null
);
comment on table programmes is 'The leaflet of a performance, as it is printed.';
comment on column programmes.version is 'One more with each change.';

create table rota (
    person text primary key,
    evening date not null,
    on_duty boolean not null
);
comment on table rota is 'Who is on duty as fire warden, by evening.';

create table tills (
    id bigint primary key,
    pence bigint not null check (pence >= 0)
);
comment on table tills is 'What is in each till.';
