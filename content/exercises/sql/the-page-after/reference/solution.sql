create index parcels_depot_page on parcels (depot, booked_at desc, id desc);

-- query next-page
select id, booked_at, state
from parcels
where depot = 60 and (booked_at, id) < (timestamptz '2026-05-24 10:00+00', 802069)
order by booked_at desc, id desc
limit 20
