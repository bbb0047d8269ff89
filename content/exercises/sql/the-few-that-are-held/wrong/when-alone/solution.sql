create index parcels_booked on parcels (booked_at);
