create table entry (
    seq bigint primary key,
    actor text not null check (trim(actor) <> ''),
    action text not null
);

create view entries as select seq, actor, action from entry;

create function note(p_actor text, p_action text) returns bigint language sql as $$
    insert into entry (seq, actor, action)
    select coalesce(max(seq), 0) + 1, p_actor, p_action from entry returning seq;
$$;

create function only_appended() returns trigger language plpgsql as $$
begin
    raise exception 'the log is only written by note()';
end $$;

create trigger only_appended instead of insert or update or delete on entries
for each row execute function only_appended();
