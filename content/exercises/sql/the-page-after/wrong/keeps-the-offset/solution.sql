create index parcels_depot_page on parcels (depot, booked_at desc, id desc);
