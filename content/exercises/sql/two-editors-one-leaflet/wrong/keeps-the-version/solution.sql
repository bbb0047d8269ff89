-- step save
update programmes set body = body || :line where performance = :performance
