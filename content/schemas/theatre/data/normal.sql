insert into performances values (1, 'The Seagull', 40, 38), (2, 'Uncle Vanya', 40, 3);
insert into bookings values (1, 1, 'Ada', 30), (2, 1, 'Bruno', 8), (3, 2, 'Chloe', 3);
insert into vouchers values ('MAY-20', 2000, null), ('JUNE-10', 1000, 'Deniz');
insert into credits values (1, 'Deniz', 'JUNE-10', 1000);
insert into programmes values (1, 'The Seagull.', 1);
insert into rota values ('Ada', '2026-05-02', true), ('Bruno', '2026-05-02', true), ('Chloe', '2026-05-02', false),
    ('Deniz', '2026-05-03', true);
insert into tills values (1, 10000), (2, 10000);
