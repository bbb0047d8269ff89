create table customers (
    id bigint primary key,
    name text not null,
    country text,
    zone text not null,
    signed_up_at timestamptz not null
);
comment on table customers is 'Who pays us. All amounts in this schema are euro cents.';
comment on column customers.country is 'Two capital letters; empty when it is not known.';
comment on column customers.zone is 'The time zone in which the customer reads a calendar, such as Europe/Berlin.';

create table plans (
    id bigint primary key,
    name text not null,
    price bigint not null check (price >= 0),
    months bigint not null check (months in (1, 12)),
    allowance bigint check (allowance >= 0)
);
comment on table plans is 'What can be subscribed to.';
comment on column plans.price is 'What one seat costs for all the months of the plan.';
comment on column plans.months is '1 for a plan that is paid by the month, 12 for one that is paid by the year.';
comment on column plans.allowance is 'Units of use that a month includes; empty when use is without limit.';

create table subscriptions (
    id bigint primary key,
    customer_id bigint not null references customers (id),
    created_at timestamptz not null
);
comment on table subscriptions is 'An agreement with a customer; what it is about changes from period to period.';

create table periods (
    id bigint primary key,
    subscription_id bigint not null references subscriptions (id),
    plan_id bigint not null references plans (id),
    seats bigint not null check (seats > 0),
    starts_on date not null,
    ends_on date check (ends_on > starts_on)
);
comment on table periods is 'From when until when a subscription is on a plan, with how many seats.';
comment on column periods.ends_on is 'The first day that is not covered any more; empty while the end is open.';

create table invoices (
    id bigint primary key,
    number bigint not null unique,
    customer_id bigint not null references customers (id),
    status text not null check (status in ('open', 'paid', 'void')),
    issued_on date not null,
    due_on date not null
);
comment on table invoices is 'What we have asked for.';
comment on column invoices.number is 'Counted up from invoice to invoice, and printed on it.';

create table invoice_lines (
    id bigint primary key,
    invoice_id bigint not null references invoices (id),
    about text not null,
    amount bigint not null
);
comment on table invoice_lines is 'What an invoice consists of.';
comment on column invoice_lines.amount is 'Below zero for a credit.';

create table receipts (
    id bigint primary key,
    invoice_id bigint not null references invoices (id),
    amount bigint not null check (amount > 0),
    received_on date not null
);
comment on table receipts is 'Money that came in for an invoice, at once or in several parts.';

create table usage_events (
    id bigint primary key,
    customer_id bigint not null references customers (id),
    key text not null,
    happened_at timestamptz not null,
    body jsonb
);
comment on table usage_events is 'What customers do with the product, as their machines report it.';
comment on column usage_events.key is 'Chosen by the machine that reports; an event that is sent again has the same key.';
comment on column usage_events.body is 'Such as {"kind": "export", "units": 3, "tags": ["a", "b"]}; may be empty, any part may be missing.';
