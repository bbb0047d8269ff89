insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'Europe/Berlin', '2026-01-10 09:00+00'),
    (2, 'Juniper', 'DE', 'Europe/Berlin', '2026-01-10 09:00+00');
insert into plans (id, name, price, months, allowance) values (1, 'Small', 1500, 1, 10), (2, 'Small', 1500, 1, 10);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 1, '2026-01-10 09:05+00'), (13, 2, '2026-01-10 09:05+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (101, 11, 1, 2, '2026-01-10', '2026-02-10'),
    (102, 11, 1, 2, '2026-01-10', '2026-02-10'),
    (103, 12, 2, 2, '2026-02-01', '2026-03-01'),
    (104, 13, 2, 2, '2026-02-01', '2026-03-01');
insert into invoices (id, number, customer_id, status, issued_on, due_on) values
    (201, 7, 1, 'open', '2026-02-01', '2026-02-15'),
    (202, 8, 1, 'open', '2026-02-01', '2026-02-15'),
    (203, 9, 2, 'open', '2026-02-01', '2026-02-15');
insert into invoice_lines (id, invoice_id, about, amount) values
    (301, 201, 'plan', 3000), (302, 201, 'plan', 3000), (303, 202, 'plan', 3000), (304, 203, 'plan', 3000);
insert into receipts (id, invoice_id, amount, received_on) values
    (401, 201, 1000, '2026-02-20'), (402, 201, 1000, '2026-02-20'), (403, 202, 3000, '2026-02-20');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (501, 1, 'a1', '2026-02-05 10:00+00', '{"kind": "export", "units": 4, "tags": ["x", "x"]}'),
    (502, 1, 'a1', '2026-02-05 10:00+00', '{"kind": "export", "units": 4, "tags": ["x", "x"]}'),
    (503, 1, 'a2', '2026-02-05 10:00+00', '{"kind": "export", "units": 4, "tags": ["x"]}'),
    (504, 2, 'a1', '2026-02-05 10:00+00', '{"kind": "export", "units": 4, "tags": ["x"]}'),
    (505, 2, 'a1', '2026-02-05 10:00+00', '{"kind": "export", "units": 4, "tags": ["x"]}'),
    (506, 2, 'a1', '2026-02-05 11:00+00', '{"kind": "export", "units": 7, "tags": ["y"]}');
