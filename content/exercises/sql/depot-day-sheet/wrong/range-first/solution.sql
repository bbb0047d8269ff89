create index parcels_day_depot on parcels (booked_at, depot);
create index parcels_sender_latest on parcels (sender, booked_at desc);
