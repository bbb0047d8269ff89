"""The database from which all others of the lab are copied: what SQL from outside may call and see is decided here.

What is revoked goes by patterns of names, so that a later PostgreSQL's function that begins as these do is revoked too.
A login that is no superuser can take away nothing of it; what it may not use itself is passed over.
"""

from psycopg import Connection

NAME = "lab_base"
REVOKED = (
    # waiting, signals to others, locks that outlive a transaction, settings
    "pg_sleep.*", "pg_cancel_backend", "pg_terminate_backend", "pg_(try_)?advisory.*", "set_config",
    # text run as SQL
    "(query|table|schema|database|cursor)_to_xml.*", "ts_stat", "ts_rewrite", "pg_get_viewdef",
    # large objects, files, write-ahead log, replication
    "lo_.*", "lo(read|write|creat)?", "lo_?creat", "lowrite", "loread", "pg_read_.*", "pg_ls_.*", "pg_stat_file",
    "pg_log.*", "pg_replication.*", "pg_create_.*", "pg_drop_.*", "pg_backup_.*", "pg_switch_.*", "pg_.*wal.*",
    "pg_promote", "pg_export_snapshot", "pg_copy_.*", "pg_sync_.*", "binary_upgrade.*",
    # channels, and what others do
    "pg_notify", "pg_listening_channels", "pg_stat_get_(activity|backend|db|progress|snapshot|wal|replication).*",
    "pg_stat_(reset|clear).*", "pg_lock_status", "pg_(safe_snapshot_)?blocking_pids", "pg_cursor", "pg_prepared_.*",
    # the server itself
    "pg_show_all_.*", "pg_reload_conf", "pg_rotate.*", "pg_hba.*", "pg_ident.*", "pg_current_logfile", "pg_config",
    "pg_.*memory_contexts", "pg_import_system_collations", "pg_(database|tablespace)_size", "pg_tablespace_.*",
    "pg_postmaster_start_time", "pg_conf_load_time", "pg_get_shmem.*", "pg_get_userbyid", "inet_(client|server).*",
)  # fmt: skip
SORTED = "encoding 'UTF8' locale_provider libc locale 'C'"  # text by its bytes, on whichever server
HIDDEN = """select c.oid::regclass::text from pg_class c
    where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind in ('r', 'v') and (
        c.relname ~ '^pg_(stat|statio|replication|shmem|backend|show|hba|ident|file|publication|subscription|wait)_'
        or c.relname in ('pg_aios', 'pg_database', 'pg_roles', 'pg_user', 'pg_group', 'pg_settings', 'pg_auth_members',
            'pg_locks', 'pg_tablespace', 'pg_shdepend', 'pg_shdescription', 'pg_shseclabel', 'pg_db_role_setting',
            'pg_cursors', 'pg_prepared_xacts', 'pg_prepared_statements', 'pg_config', 'pg_largeobject_metadata',
            'pg_parameter_acl', 'pg_init_privs'))
    and has_table_privilege(c.oid, 'select')"""


def make_base(admin: Connection[tuple[object, ...]], connect: object) -> None:
    """Make the base database unless it is there. ``connect(name)`` opens a connection as the owner."""
    if admin.execute("select 1 from pg_database where datname = %s", (NAME,)).fetchone():
        return
    admin.execute("revoke connect, temporary on database postgres, template1 from public")
    admin.execute("drop database if exists lab_base_new")
    admin.execute(f"create database lab_base_new template template0 {SORTED}")
    with connect("lab_base_new") as inside:  # type: ignore[operator]
        _close(inside)
    admin.execute("revoke connect, temporary on database lab_base_new from public")
    admin.execute(f"alter database lab_base_new rename to {NAME}")


def _close(inside: Connection[tuple[object, ...]]) -> None:
    """Take away what nobody needs for a query over their tables."""
    functions = inside.execute(
        "select oid::regprocedure::text from pg_proc where prokind in ('f', 'p') and proname ~ %s"
        " and has_function_privilege(oid, 'execute')",
        (f"^({'|'.join(REVOKED)})$",),
    ).fetchall()
    views = inside.execute(HIDDEN).fetchall()
    inside.execute(
        ";".join(
            [
                "revoke all on language plpgsql, sql from public",
                "revoke all on schema public from public",
                *(f"revoke execute on function {name} from public" for (name,) in functions),
                *(f"revoke all on {name} from public" for (name,) in views),
            ]
        )
    )
