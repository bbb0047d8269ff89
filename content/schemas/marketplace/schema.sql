create table sellers (
    id bigint primary key,
    name text not null,
    zone text not null,
    fee bigint not null check (fee between 0 and 10000),
    joined_at timestamptz not null
);
comment on table sellers is 'Who sells here. All amounts in this schema are euro cents.';
comment on column sellers.zone is 'The time zone by which the seller keeps books, such as Europe/London.';
comment on column sellers.fee is 'What we keep of each sale, in hundredths of a percent: 1250 is 12.5 %.';

create table categories (
    id bigint primary key,
    name text not null,
    parent_id bigint references categories (id)
);
comment on table categories is 'A tree of what is sold.';
comment on column categories.parent_id is 'The category above; empty at the top.';

create table listings (
    id bigint primary key,
    seller_id bigint not null references sellers (id),
    category_id bigint references categories (id),
    title text not null,
    price bigint not null check (price >= 0),
    listed_at timestamptz not null,
    delisted_at timestamptz
);
comment on table listings is 'What sellers offer.';
comment on column listings.category_id is 'Empty while nobody has sorted it in.';
comment on column listings.price is 'What one piece costs now; a line of an order keeps what it cost then.';
comment on column listings.delisted_at is 'Empty while it is on offer.';

create table buyers (
    id bigint primary key,
    name text not null,
    email text not null
);
comment on table buyers is 'Who buys here.';

create table orders (
    id bigint primary key,
    buyer_id bigint not null references buyers (id),
    status text not null check (status in ('placed', 'paid', 'shipped', 'cancelled')),
    placed_at timestamptz not null,
    shipped_at timestamptz,
    shipping bigint not null check (shipping >= 0)
);
comment on table orders is 'One purchase, which may hold listings of several sellers.';
comment on column orders.shipped_at is 'Empty until the parcel is on its way.';
comment on column orders.shipping is 'What the parcel costs, once for each order.';

create table order_lines (
    id bigint primary key,
    order_id bigint not null references orders (id),
    listing_id bigint not null references listings (id),
    quantity bigint not null check (quantity > 0),
    price bigint not null check (price >= 0)
);
comment on table order_lines is 'What was ordered; one listing may stand in two lines of an order.';
comment on column order_lines.price is 'What one piece cost in this order.';

create table reviews (
    id bigint primary key,
    listing_id bigint not null references listings (id),
    buyer_id bigint not null references buyers (id),
    stars bigint check (stars between 1 and 5),
    written_at timestamptz not null
);
comment on table reviews is 'What buyers say of a listing; a buyer may write again.';
comment on column reviews.stars is 'Empty when the buyer takes back what was said before.';

create table stock (
    listing_id bigint not null references listings (id),
    warehouse text not null,
    quantity bigint not null check (quantity >= 0),
    counted_at timestamptz not null,
    primary key (listing_id, warehouse)
);
comment on table stock is 'How many pieces lie in each warehouse, and when they were counted.';

create table stock_counts (
    id bigint primary key,
    listing_id bigint not null references listings (id),
    warehouse text not null,
    quantity bigint not null check (quantity >= 0),
    counted_at timestamptz not null
);
comment on table stock_counts is 'Counts as the warehouses send them: some come late, some come twice.';

create table payouts (
    id bigint primary key,
    seller_id bigint not null references sellers (id),
    amount bigint not null check (amount > 0),
    paid_at timestamptz
);
comment on table payouts is 'What we send to sellers of what they have earned.';
comment on column payouts.paid_at is 'Empty while the bank has not confirmed it.';
