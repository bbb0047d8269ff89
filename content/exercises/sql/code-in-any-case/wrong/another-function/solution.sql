create index parcels_code on parcels (lower(tracking));
create index scans_of_parcel on scans (parcel, scanned_at desc);
