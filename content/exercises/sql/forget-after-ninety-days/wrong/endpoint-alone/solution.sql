create index deliveries_event on deliveries (event);
create index deliveries_due on deliveries (due_at) where state = 'waiting';
create index deliveries_endpoint on deliveries (endpoint);
