insert into customers (id, name, country, zone, signed_up_at) values (1, 'Juniper', 'DE', 'Europe/Berlin', '2026-01-10 09:00+00');
insert into invoices (id, number, customer_id, status, issued_on, due_on) values
    (201, 500, 1, 'open', '2026-02-01', '2026-02-15');
