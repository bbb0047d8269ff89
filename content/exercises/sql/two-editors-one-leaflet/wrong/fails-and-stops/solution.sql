-- isolation: repeatable read

-- step read
select body from programmes where performance = :performance
-- into body
-- step save
update programmes set body = :body || :line, version = version + 1 where performance = :performance
