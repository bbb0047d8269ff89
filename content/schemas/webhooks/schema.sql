create table endpoints (
    id bigint primary key,
    url text not null
);
comment on table endpoints is 'Where a customer wants to be told.';

create table events (
    id bigint primary key,
    kind text not null,
    made_at timestamptz not null
);
comment on table events is 'What happened; kept for ninety days.';

create table deliveries (
    id bigint primary key,
    event bigint not null references events (id) on delete cascade,
    endpoint bigint not null references endpoints (id),
    state text not null,
    due_at timestamptz not null
);
comment on table deliveries is 'One row for each event and endpoint; goes with its event.';
comment on column deliveries.state is 'done, waiting or failed.';
comment on column deliveries.due_at is 'When it is tried next, or was tried last.';
