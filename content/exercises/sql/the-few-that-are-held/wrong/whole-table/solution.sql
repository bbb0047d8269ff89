create index parcels_state_booked on parcels (state, booked_at);
