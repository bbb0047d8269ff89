with closed as (
    update periods
    set ends_on = date '2026-03-01'
    where plan_id = 1 and starts_on < date '2026-03-01' and (ends_on is null or ends_on > date '2026-03-01')
    returning id, subscription_id, seats, ends_on
), changed as (
    update periods set plan_id = 2 where plan_id = 1 and starts_on >= date '2026-03-01'
)
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on)
select id + 100000, subscription_id, 2, seats, date '2026-03-01', ends_on
from closed;
