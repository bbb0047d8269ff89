create index parcels_owed on parcels (sender, booked_at) include (fee);
