"""A PostgreSQL server that the person already has, in the place of the lab's own; for queries alone.

Its login may make databases and roles and is no superuser, so that what else lies there is out of the lab's reach.
Roles get passwords that only this process knows; each connection brings the settings that the lab's own server has.
"""

import hashlib
import hmac
import secrets
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from .server import Server, Unavailable

OLDEST = 17  # of the versions of PostgreSQL: a transaction can be limited as a whole
WAIT_S = 5
SAME = (
    "-c timezone=UTC -c datestyle=ISO,MDY -c intervalstyle=postgres -c extra_float_digits=1 -c bytea_output=hex"
    " -c jit=off -c max_parallel_workers_per_gather=0 -c synchronous_commit=off"
)
NEEDS = "GREENROOM_SQL_SERVER needs a login that may make databases and roles and is no superuser: " + (
    "create role greenroom login createdb createrole password '...'"
)


class Existing(Server):
    """The server at ``address``, a ``postgresql://`` address with its login. Nothing is started or stopped."""

    def __init__(self, home: Path, address: str) -> None:
        super().__init__(home)
        self._address, self._key = address, secrets.token_bytes(32)
        self._known: set[str] = set()

    def missing(self) -> str | None:
        """Return why the server cannot be used, or None. Asks it."""
        try:
            self.connect().close()
        except (Unavailable, psycopg.Error) as error:
            return str(error).strip()
        return None

    def connect(self, database: str = "", user: str = "", options: str = "") -> psycopg.Connection[tuple[object, ...]]:
        """Return a connection in autocommit mode. Raises ``Unavailable``, and ``psycopg.OperationalError``."""
        if user:
            self._let_in(user)
        return self._connect(database, user, options)

    def alive(self) -> bool:
        """Tell whether the server answers."""
        return self.missing() is None

    def standing(self) -> str:
        """It runs, or it is missing."""
        return "running"

    def environ(self, database: str, user: str) -> dict[str, str]:
        """Return the environment that leads PostgreSQL's programs to ``database`` as ``user``."""
        about = self._about()
        told = {"PGHOST": about.get("host", ""), "PGPORT": about.get("port", ""), "PGSSLMODE": about.get("sslmode", "")}
        told |= {"PGDATABASE": database, "PGUSER": user, "PGPASSWORD": self._password(user)}
        return {name: value for name, value in told.items() if value}

    def forget(self) -> bool:
        """There are no files of ours. Databases of the lab stay until they are swept or dropped by hand."""
        return True

    def _about(self) -> dict[str, str]:
        try:
            return {name: str(value) for name, value in conninfo_to_dict(self._address).items() if value is not None}
        except psycopg.Error:
            raise Unavailable(
                "GREENROOM_SQL_SERVER is no address of a server: write postgresql://USER:PASSWORD@HOST:PORT/postgres."
            ) from None

    def _connect(self, database: str, user: str, options: str = "") -> psycopg.Connection[tuple[object, ...]]:
        about = self._about()
        if user:
            about |= {"user": user, "password": self._password(user)}
        if database:
            about["dbname"] = database
        about |= {"options": f"{SAME} {options}".strip(), "application_name": "greenroom", "client_encoding": "UTF8"}
        try:
            connection = psycopg.connect(
                make_conninfo("", **about), autocommit=True, connect_timeout=WAIT_S
            )  # fmt: skip
        except psycopg.OperationalError as error:
            if user:
                raise
            raise Unavailable(f"The server of GREENROOM_SQL_SERVER cannot be reached: {error}") from None
        if not user:
            _fit(connection)
        return connection

    def _let_in(self, user: str) -> None:
        """Give the role ``user`` its password, and the login its rights: it ends the role's sessions."""
        if user in self._known:
            return
        name, password = sql.Identifier(user), sql.Literal(self._password(user))
        with self._connect("", "") as owner:
            owner.execute(sql.SQL("alter role {} password {}").format(name, password))
            owner.execute(sql.SQL("grant {} to current_user with inherit true").format(name))
        self._known.add(user)

    def _password(self, user: str) -> str:
        return hmac.new(self._key, user.encode(), hashlib.sha256).hexdigest()


def _fit(connection: psycopg.Connection[tuple[object, ...]]) -> None:
    """Raise ``Unavailable`` when the login may too little, or far too much, or the server is too old."""
    version = connection.info.server_version // 10_000
    row = connection.execute(
        "select rolsuper, rolcreatedb and rolcreaterole from pg_roles where rolname = current_user"
    ).fetchone()
    if version < OLDEST:
        wrong = f"GREENROOM_SQL_SERVER is PostgreSQL {version}; {OLDEST} or newer is needed."
    elif row is None or row[0] or not row[1]:
        wrong = f"{NEEDS}."
    else:
        return
    connection.close()
    raise Unavailable(wrong)
