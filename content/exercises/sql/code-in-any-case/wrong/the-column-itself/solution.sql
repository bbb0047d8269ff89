create index parcels_tracking on parcels (tracking);
create index scans_of_parcel on scans (parcel, scanned_at desc);
