create index parcels_held on parcels (booked_at) where state = 'held';
