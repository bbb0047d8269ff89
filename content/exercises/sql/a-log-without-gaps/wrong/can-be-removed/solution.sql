create table head (last bigint not null);
insert into head values (0);

create table entry (
    seq bigint primary key,
    actor text not null check (trim(actor) <> ''),
    action text not null
);

create view entries as select seq, actor, action from entry;

create function note(p_actor text, p_action text) returns bigint language sql as $$
    update head set last = last + 1;
    insert into entry (seq, actor, action) select last, p_actor, p_action from head returning seq;
$$;

create function only_appended() returns trigger language plpgsql as $$
begin
    raise exception 'the log is only written by note()';
end $$;

create trigger only_appended instead of insert or update on entries
for each row execute function only_appended();
