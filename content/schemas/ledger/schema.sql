create table accounts (
    id bigint primary key,
    owner text not null,
    country text,
    currency text not null check (currency in ('GBP', 'EUR', 'USD', 'JPY')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    referred_by bigint references accounts (id)
);
comment on table accounts is 'Who holds money with us.';
comment on column accounts.owner is 'Name of the holder; one person may hold several accounts.';
comment on column accounts.country is 'Two capital letters; empty when it is not known.';
comment on column accounts.currency is 'The only currency of the account.';
comment on column accounts.closed_at is 'Empty while the account is open.';
comment on column accounts.referred_by is 'The account whose owner brought this one in; empty when nobody did.';

create table payments (
    id bigint primary key,
    payer bigint not null references accounts (id),
    payee bigint references accounts (id),
    amount bigint not null check (amount > 0),
    currency text not null,
    status text not null check (status in ('pending', 'paid', 'failed')),
    created_at timestamptz not null,
    paid_at timestamptz,
    reference text
);
comment on table payments is 'Money sent from one account to another, or to somebody outside.';
comment on column payments.payee is 'Empty when the money leaves to an account that is not ours.';
comment on column payments.amount is 'In minor units of the currency (pence, cents, yen).';
comment on column payments.paid_at is 'When the money arrived; empty until it has.';
comment on column payments.reference is 'What the payer wrote; may be empty.';

create table refunds (
    id bigint primary key,
    payment bigint not null references payments (id),
    amount bigint not null check (amount > 0),
    created_at timestamptz not null,
    reason text
);
comment on table refunds is 'Money given back to the payer; a payment may have several refunds.';
comment on column refunds.amount is 'In minor units of the currency of the payment.';
comment on column refunds.reason is 'Why; may be empty.';

create table postings (
    id bigint primary key,
    account bigint not null references accounts (id),
    payment bigint references payments (id),
    amount bigint not null,
    posted_at timestamptz not null
);
comment on table postings is 'Changes of the balance of an account. The balance is their sum.';
comment on column postings.payment is 'The payment that caused it; empty for fees and corrections.';
comment on column postings.amount is 'In minor units; below zero when money leaves the account.';
