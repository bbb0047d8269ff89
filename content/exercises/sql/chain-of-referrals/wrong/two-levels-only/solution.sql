select a.id, a.owner, 0 as steps from accounts as a where a.id = 1
union all
select a.id, a.owner, 1 from accounts as a where a.referred_by = 1
union all
select a.id, a.owner, 2 from accounts as a join accounts as b on a.referred_by = b.id where b.referred_by = 1;
