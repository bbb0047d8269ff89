create index parcels_depot_day on parcels (depot, booked_at);
create index parcels_sender_latest on parcels (sender, booked_at desc);
