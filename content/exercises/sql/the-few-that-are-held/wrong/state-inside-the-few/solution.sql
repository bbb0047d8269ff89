create index parcels_held on parcels (state) where state = 'held';
