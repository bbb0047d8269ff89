-- nothing has been sold, nobody has come yet
select 1;
