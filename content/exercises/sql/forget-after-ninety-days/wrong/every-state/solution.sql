create index deliveries_event on deliveries (event);
create index deliveries_due on deliveries (state, due_at);
create index deliveries_failed on deliveries (endpoint, state, due_at desc);
