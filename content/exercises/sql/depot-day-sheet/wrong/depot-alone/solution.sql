create index parcels_depot on parcels (depot);
create index parcels_sender_latest on parcels (sender, booked_at desc);
