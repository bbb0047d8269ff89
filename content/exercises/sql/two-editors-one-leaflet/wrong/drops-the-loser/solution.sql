-- step read
select version from programmes where performance = :performance
-- into version
-- step save
update programmes set body = body || :line, version = version + 1
where performance = :performance and version = :version
