insert into accounts (id, owner, country, currency, opened_at, closed_at, referred_by) values
    (1, 'Ada',   null, 'GBP', '2026-01-05 09:00+00', null, null),
    (2, 'Bruno', null, 'EUR', '2026-01-12 10:30+00', '2026-02-01 09:00+00', null),
    (3, 'Chloe', 'FR', 'EUR', '2026-02-01 08:15+00', null, 1),
    (4, 'Deniz', 'GB', 'GBP', '2026-02-20 16:45+00', null, 3);
insert into payments (id, payer, payee, amount, currency, status, created_at, paid_at, reference) values
    (101, 1, null, 2500, 'GBP', 'paid',    '2026-03-01 09:00+00', '2026-03-01 09:01+00', null),
    (102, 1, null, 1200, 'GBP', 'pending', '2026-03-02 12:00+00', null, null),
    (103, 2, 3,    8000, 'EUR', 'failed',  '2026-03-02 18:00+00', null, ''),
    (104, 3, 2,     400, 'EUR', 'paid',    '2026-03-03 10:00+00', '2026-03-03 10:00+00', 'coffee'),
    (105, 4, null, 3000, 'GBP', 'paid',    '2026-03-04 10:00+00', '2026-03-05 10:00+00', null);
insert into refunds (id, payment, amount, created_at, reason) values
    (201, 101, 500, '2026-03-04 09:00+00', null),
    (202, 101, 700, '2026-03-05 09:00+00', 'late'),
    (203, 104, 100, '2026-03-05 10:00+00', null);
insert into postings (id, account, payment, amount, posted_at) values
    (301, 1, null, 5000, '2026-02-28 08:00+00'),
    (302, 1, 101, -2500, '2026-03-01 09:01+00'),
    (303, 3, 104,  -400, '2026-03-03 10:00+00'),
    (304, 2, 104,   400, '2026-03-03 10:00+00'),
    (305, 3, null,  -10, '2026-03-04 00:00+00');
