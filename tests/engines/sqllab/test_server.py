"""The lab's server, started and killed for real."""

import os
import shutil
import signal
import time

import psycopg
import pytest

from greenroom.engines.sqllab.server import Server, Unavailable


@pytest.fixture
def share(tmp_path):
    """A share in a server of this test's own, which ends as soon as the share is given back."""
    share = Server(tmp_path, idle=0)
    yield share
    share.close()
    gone(share)


def pid(share):
    return int((share._place / "data" / "postmaster.pid").read_text().split("\n")[0])


def keeper(share):
    with open(f"/proc/{pid(share)}/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("PPid"))


def until(true):
    for _ in range(200):
        if true():
            return True
        time.sleep(0.05)
    return False


def gone(share):
    assert until(lambda: not share.alive())


def test_it_starts_when_it_is_needed_and_ends_when_nobody_uses_it(share):
    assert not share.alive()
    with share.connect() as connection:
        assert connection.execute("show fsync").fetchone() == ("off",)
        assert connection.execute("show timezone").fetchone() == ("UTC",)
        assert connection.execute("show listen_addresses").fetchone() == ("",)
    share.close()
    gone(share)
    with share.connect() as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_two_users_share_one_server_and_it_stays_for_the_second(share, tmp_path):
    other = Server(tmp_path, idle=0)
    share.connect().close()
    other.connect().close()
    first = pid(share)
    share.close()
    time.sleep(0.6)
    assert other.alive()
    assert pid(other) == first
    other.close()


def test_only_its_own_user_reaches_the_socket(share):
    share.connect().close()
    assert share.socket.stat().st_mode & 0o777 == 0o700
    assert len(str(share.socket)) < 90


def test_it_comes_back_after_the_server_was_killed(share):
    share.connect().close()
    os.kill(pid(share), signal.SIGKILL)
    assert until(lambda: not share.alive())
    with share.connect() as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_killed_keeper_leaves_no_server_and_the_next_one_starts(share):
    share.connect().close()
    os.kill(keeper(share), signal.SIGKILL)
    time.sleep(0.3)
    with share.connect() as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_stale_pid_file_and_a_stale_socket_are_no_hindrance(share):
    share.connect().close()
    data = share._place / "data"
    os.kill(pid(share), signal.SIGKILL)
    assert until(lambda: not share.alive())
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n1\n5432\n{share.socket}\n\n  1 1\nready\n")
    (share.socket / ".s.PGSQL.5432.lock").write_text(f"{os.getpid()}\n{data}\n1\n5432\n{share.socket}\n\n")
    with share.connect() as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_set_up_that_was_interrupted_is_begun_again(share):
    (share._place / "data.new" / "base").mkdir(parents=True)
    (share._place / "data").mkdir()
    share.connect().close()
    assert not (share._place / "data.new").exists()


def test_data_that_does_not_start_is_told_with_the_servers_own_words(share):
    share.connect().close()
    share.close()
    gone(share)
    shutil.rmtree(share._place / "data" / "global")
    with pytest.raises(Unavailable, match="does not start"):
        share.connect()
    with share.connect() as connection:  # and is made anew the next time
        assert connection.execute("select 1").fetchone() == (1,)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "sqllab").write_text("a file")
    with pytest.raises(Unavailable, match="cannot be written"):
        Server(tmp_path).connect()


def test_a_socket_folder_of_somebody_else_is_refused(tmp_path):
    server = Server(tmp_path)
    server.socket.symlink_to(tmp_path)
    try:
        with pytest.raises(Unavailable, match="belongs to somebody else"):
            server.connect()
    finally:
        server.socket.unlink()
        server.close()


def test_no_such_user_is_the_servers_own_refusal(share):
    with pytest.raises(psycopg.OperationalError):
        share.connect(user="nobody-here")


def test_its_files_go_when_nobody_uses_it_and_not_before(share, tmp_path):
    share.connect().close()
    assert not Server(tmp_path).forget()
    assert Server(tmp_path).standing() == "running"
    share.close()
    until = time.monotonic() + 30
    while not Server(tmp_path).forget():
        assert time.monotonic() < until
        time.sleep(0.1)
    assert Server(tmp_path).standing() == "new"
