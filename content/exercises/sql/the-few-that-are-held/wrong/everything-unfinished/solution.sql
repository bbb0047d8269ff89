create index parcels_unfinished on parcels (booked_at) where state <> 'delivered';
