create index parcels_code on parcels (upper(tracking));
create index scans_of_parcel on scans (parcel, scanned_at desc);
