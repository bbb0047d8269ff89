-- isolation: serializable
-- retry: 3

-- step count
select count(*) from rota where evening = :evening and on_duty and person <> :person
-- into others
-- step leave
update rota set on_duty = false where person = :person and :others >= 1
