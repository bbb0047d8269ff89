create index parcels_owed on parcels (booked_at, sender) include (fee);
