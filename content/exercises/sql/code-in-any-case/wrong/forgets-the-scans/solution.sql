create index parcels_code on parcels (upper(tracking));
