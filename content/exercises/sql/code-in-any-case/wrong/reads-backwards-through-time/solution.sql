create index parcels_code on parcels (upper(tracking));
create index scans_by_time on scans (scanned_at desc, parcel);
