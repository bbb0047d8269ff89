insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'Europe/Berlin',       '2026-01-10 09:00+00'),
    (2, 'Kestrel', 'US', 'America/Los_Angeles', '2026-02-01 05:00+00'),
    (3, 'Larch',   'IN', 'Asia/Kolkata',        '2026-01-31 20:00+00'),
    (4, 'Moss',    'DE', 'Europe/Berlin',       '2026-03-15 12:00+00');
insert into plans (id, name, price, months, allowance) values
    (1, 'Small', 1500, 1, 100), (2, 'Large', 4900, 1, 1000), (3, 'Large by the year', 48000, 12, null);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 2, '2026-02-01 05:10+00'), (13, 3, '2026-02-02 06:00+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (101, 11, 1, 2, '2026-01-10', '2026-03-01'),
    (102, 11, 2, 2, '2026-03-01', null),
    (103, 12, 3, 1, '2026-02-01', null),
    (104, 13, 1, 5, '2026-02-02', '2026-03-02'),
    (105, 13, 1, 4, '2026-04-10', null);
insert into invoices (id, number, customer_id, status, issued_on, due_on) values
    (201, 1001, 1, 'paid', '2026-02-01', '2026-02-15'),
    (202, 1002, 2, 'paid', '2026-02-01', '2026-02-15'),
    (203, 1003, 3, 'open', '2026-02-02', '2026-03-01'),
    (204, 1006, 1, 'open', '2026-03-01', '2026-03-15'),
    (205, 1007, 3, 'void', '2026-03-02', '2026-03-16');
insert into invoice_lines (id, invoice_id, about, amount) values
    (301, 201, 'plan',   3000),
    (302, 202, 'plan',  48000),
    (303, 203, 'plan',   7500),
    (304, 203, 'credit', -500),
    (305, 204, 'plan',   9800),
    (306, 205, 'plan',   7500);
insert into receipts (id, invoice_id, amount, received_on) values
    (401, 201, 3000, '2026-02-10'), (402, 202, 48000, '2026-02-14'),
    (403, 203, 2000, '2026-02-20'), (404, 203, 1000, '2026-03-05');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (501, 1, 'a1', '2026-03-28 22:30+00', '{"kind": "export", "units": 40}'),
    (502, 1, 'a2', '2026-03-28 22:50+00', '{"kind": "export", "units": 70}'),
    (503, 1, 'a3', '2026-03-29 22:10+00', '{"kind": "import", "units": 15, "tags": ["night"]}'),
    (504, 1, 'a3', '2026-03-29 22:10+00', '{"kind": "import", "units": 15, "tags": ["night"]}'),
    (505, 2, 'b1', '2026-03-29 06:30+00', '{"kind": "export", "units": 5, "tags": ["daily", "small"]}'),
    (506, 2, 'b2', '2026-03-29 07:15+00', '{"kind": "export", "units": 8, "tags": ["daily"]}'),
    (507, 3, 'c1', '2026-02-10 19:00+00', '{"kind": "import", "units": 120}');
