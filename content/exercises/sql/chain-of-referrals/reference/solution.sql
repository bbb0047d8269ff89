with recursive brought as (
    select a.id, a.owner, 0 as steps
    from accounts as a
    where a.id = 1
    union all
    select a.id, a.owner, b.steps + 1
    from brought as b
    join accounts as a on a.referred_by = b.id
)
select id, owner, steps
from brought;
