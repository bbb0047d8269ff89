create index parcels_sender_booked on parcels (sender, booked_at);
