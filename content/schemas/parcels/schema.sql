create table depots (
    id bigint primary key,
    name text not null
);
comment on table depots is 'Where parcels are sorted.';

create table senders (
    id bigint primary key,
    name text not null
);
comment on table senders is 'Shops that hand parcels over; a few of them send most.';

create table parcels (
    id bigint primary key,
    sender bigint not null references senders (id),
    depot bigint not null references depots (id),
    state text not null,
    tracking text not null,
    fee bigint not null,
    booked_at timestamptz not null
);
comment on table parcels is 'One row for each parcel; its key follows the order of booking, and a lorry full is booked at one moment.';
comment on column parcels.depot is 'The depot that delivers it.';
comment on column parcels.state is 'delivered, moving, held or lost.';
comment on column parcels.tracking is 'The code on the label, such as GrTk-00000042; people type it in any letter case.';
comment on column parcels.fee is 'What the sender pays, in minor units.';

create table scans (
    id bigint primary key,
    parcel bigint not null references parcels (id),
    scanned_at timestamptz not null
);
comment on table scans is 'Each time a label passes a reader.';
