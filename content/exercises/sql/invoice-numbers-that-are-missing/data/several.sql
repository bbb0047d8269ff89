insert into customers (id, name, country, zone, signed_up_at) values
    (1, 'Juniper', 'DE', 'Europe/Berlin', '2026-01-10 09:00+00'),
    (2, 'Kestrel', 'US', 'UTC',           '2026-01-10 09:00+00');
insert into invoices (id, number, customer_id, status, issued_on, due_on) values
    (209, 3,  1, 'open', '2026-02-01', '2026-02-15'),
    (203, 4,  2, 'void', '2026-02-02', '2026-02-15'),
    (208, 6,  1, 'paid', '2026-02-05', '2026-02-15'),
    (202, 7,  2, 'open', '2026-01-30', '2026-02-15'),
    (201, 12, 1, 'paid', '2026-02-07', '2026-02-21'),
    (204, 14, 2, 'open', '2026-02-08', '2026-02-22');
