insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', null, 'Europe/Berlin', '2026-01-10 09:00+00'),
    (2, 'Kestrel', null, 'UTC',           '2026-01-20 09:00+00'),
    (3, 'Larch',   'IN', 'Asia/Kolkata',  '2026-02-28 20:00+00');
insert into plans (id, name, price, months, allowance) values (1, 'Free', 0, 1, 0), (2, 'Large', 4900, 1, null);
insert into subscriptions (id, customer_id, created_at) values
    (11, 1, '2026-01-10 09:05+00'), (12, 2, '2026-01-20 09:10+00'), (13, 3, '2026-03-01 06:00+00');
insert into periods (id, subscription_id, plan_id, seats, starts_on, ends_on) values
    (101, 11, 1, 1, '2026-01-10', null),
    (102, 12, 2, 3, '2026-02-01', null);
insert into invoices (id, number, customer_id, status, issued_on, due_on) values
    (201, 1, 1, 'open', '2026-02-01', '2026-02-15'),
    (202, 2, 2, 'open', '2026-02-01', '2026-02-15'),
    (203, 3, 3, 'open', '2026-03-02', '2026-03-16');
insert into invoice_lines (id, invoice_id, about, amount) values
    (301, 202, 'plan', 4900), (302, 203, 'plan', 100);
insert into receipts (id, invoice_id, amount, received_on) values (401, 203, 100, '2026-03-05');
insert into usage_events (id, customer_id, key, happened_at, body) values
    (501, 1, 'a1', '2026-03-01 10:00+00', null),
    (502, 1, 'a2', '2026-03-01 10:10+00', '{"units": 4}'),
    (503, 1, 'a3', '2026-03-01 10:20+00', '{"kind": "export"}'),
    (504, 2, 'b1', '2026-03-01 10:00+00', '{"kind": null, "units": 2}'),
    (505, 2, 'b2', '2026-03-02 10:00+00', '{"kind": "export", "units": null, "tags": []}'),
    (506, 2, 'b3', '2026-03-02 10:05+00', '{"kind": "export", "units": 9, "tags": null}');
