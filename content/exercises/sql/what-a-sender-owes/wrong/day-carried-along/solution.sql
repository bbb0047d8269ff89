create index parcels_owed on parcels (sender) include (booked_at, fee);
