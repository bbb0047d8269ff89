update periods set plan_id = 2 where plan_id = 1 and (ends_on is null or ends_on > date '2026-03-01');
