create index parcels_depot on parcels (depot);
create index parcels_sender on parcels (sender);
create index parcels_booked on parcels (booked_at);
