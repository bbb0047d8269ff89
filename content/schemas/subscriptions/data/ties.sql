insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'Europe/Berlin',       '2026-01-31 22:59:59+00'),
    (2, 'Kestrel', 'US', 'America/Los_Angeles', '2026-02-01 08:00+00'),
    (3, 'Larch',   'US', 'America/Los_Angeles', '2026-02-01 07:59:59+00');
insert into plans (id, name, price, months, allowance) values
    (1, 'Small', 1500, 1, 10), (2, 'Odd', 1001, 1, 20), (3, 'By the year', 12006, 12, 30);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-31 22:59:59+00'), (12, 2, '2026-02-01 08:00+00'), (13, 3, '2026-02-01 08:00+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (101, 11, 1, 1, '2026-02-01', '2026-02-15'),
    (102, 11, 2, 1, '2026-02-15', '2026-03-01'),
    (103, 11, 1, 1, '2026-03-01', null),
    (104, 12, 3, 1, '2026-02-28', '2026-03-01'),
    (105, 12, 3, 1, '2026-03-02', null),
    (106, 13, 2, 1, '2026-02-01', '2026-02-02');
insert into invoices (id, number, customer_id, status, issued_on, due_on) values
    (201, 1, 1, 'open', '2026-02-01', '2026-03-09'),
    (202, 2, 1, 'open', '2026-02-01', '2026-03-10'),
    (203, 3, 2, 'open', '2026-02-01', '2026-03-08'),
    (204, 5, 2, 'open', '2026-03-01', '2026-03-09'),
    (205, 6, 3, 'open', '2026-03-01', '2026-03-09');
insert into invoice_lines (id, invoice_id, about, amount) values
    (301, 201, 'plan', 1500), (302, 202, 'plan', 1500), (303, 203, 'plan', 1500),
    (304, 204, 'plan', 1500), (305, 204, 'credit', -1), (306, 205, 'plan', 1);
insert into receipts (id, invoice_id, amount, received_on) values
    (401, 201, 1499, '2026-02-20'), (402, 203, 1500, '2026-02-20'), (403, 204, 1500, '2026-03-09');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (501, 1, 'a1', '2026-02-10 10:00+00', '{"kind": "export", "units": 10}'),
    (502, 1, 'a2', '2026-02-10 10:30+00', '{"kind": "export", "units": 1}'),
    (503, 1, 'a3', '2026-02-10 11:00:01+00', '{"kind": "import", "units": 5}'),
    (504, 1, 'a4', '2026-02-10 11:00:01+00', '{"kind": "import", "units": 5}'),
    (505, 2, 'b1', '2026-03-08 07:59:59+00', '{"kind": "export", "units": 20}'),
    (506, 2, 'b2', '2026-03-08 08:00+00', '{"kind": "export", "units": 11}'),
    (507, 2, 'b3', '2026-03-09 07:00+00', '{"kind": "export", "units": 0}');
