"""``greenroom serve``: a real server on a real port, started and stopped as a person would."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest

from .command import clean, greenroom

LINK = re.compile(r"http://127\.0\.0\.1:(\d+)(/enter/\S+)")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(home, port, browser=None, hosted=""):
    """Run a server; yield the process and the path of its link; stop it with Ctrl-C."""
    command = [sys.executable, "-P", "-m", "greenroom", "serve", "--port", str(port)]
    command += [] if browser else ["--no-browser"]
    content = {name: os.environ[name] for name in ("GREENROOM_CONTENT",) if name in os.environ}
    content |= {"GREENROOM_HOSTED": hosted} if hosted else {}
    env = clean(home, **content, **({"BROWSER": str(browser), "DISPLAY": ":99"} if browser else {}))
    process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        line = process.stdout.readline()
        link = LINK.search(line)
        assert link, line + process.stdout.read()
        yield process, link[2]
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(timeout=20)
        process.stdout.close()


def get(port, path, cookie="", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers=headers | ({"Cookie": cookie} if cookie else {}))
        response = connection.getresponse()
        response.read()
        return response
    finally:
        connection.close()


def signed_in(response):
    cookies = response.msg.get_all("Set-Cookie") or []
    return next((cookie.split(";")[0] for cookie in cookies if cookie.startswith("greenroom=")), "")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """A running server: its home, its port, its process and its first link."""
    home = tmp_path_factory.mktemp("served") / "home"
    port = free_port()
    with server(home, port) as (process, path):
        yield home, port, process, path


def test_its_link_signs_in_once(served):
    _, port, _, path = served
    cookie = signed_in(get(port, path))
    assert get(port, "/", cookie).status == 200
    assert not signed_in(get(port, path))


def test_a_stranger_gets_no_further_than_the_door(served):
    _, port, _, _ = served
    assert get(port, "/healthz").status == 200
    assert get(port, "/history").status in (302, 401, 403)


def test_link_prints_a_fresh_one(served):
    home, port, _, _ = served
    said = greenroom(home, "link")
    link = LINK.search(said.out)
    assert said.code == 0
    assert link
    assert int(link[1]) == port
    assert signed_in(get(port, link[2]))


def test_a_second_server_of_the_same_home_points_to_the_first(served):
    home, port, process, _ = served
    said = greenroom(home, "serve", "--no-browser", "--port", str(free_port()))
    assert said.code == 0
    assert f"running already (process {process.pid})" in said.out
    assert f":{port}/enter/" in said.out


def test_it_listens_on_its_own_address_only(served):
    _, port, _, _ = served
    with socket.socket() as door:  # a server on every address would answer here too
        door.settimeout(2)
        assert door.connect_ex(("127.0.0.2", port)) != 0


def test_a_port_that_is_taken_is_said_in_one_line(home):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = greenroom(home, "serve", "--no-browser", "--port", str(port))
    assert said.code == 4
    assert said.err == f"Port {port} is taken by another program. Try `./greenroom serve --port {port + 1}`.\n"


def test_a_port_that_is_none_is_a_matter_of_usage(home):
    assert greenroom(home, "serve", "--port", "70000").code == 2


def test_ctrl_c_ends_it_quietly(home):
    with server(home, free_port()) as (process, path):
        get(process_port(home), path)
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
        assert process.wait(timeout=20) == 0
    assert said.endswith("\nGreenroom has stopped.\n")
    assert "Traceback" not in said


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP])
def test_it_ends_with_its_terminal_or_when_told_to(home, ending):
    with server(home, free_port()) as (process, _):
        process.send_signal(ending)
        assert process.wait(timeout=20) == 0


def test_a_server_that_was_killed_leaves_nothing_in_the_way(home):
    port = free_port()
    with server(home, port) as (process, _):
        process.kill()
        process.wait(timeout=20)
    assert greenroom(home, "link").code == 3
    with server(home, port) as (_, path):
        assert signed_in(get(port, path))


def process_port(home):
    from greenroom.cli.running import running

    return running(home).port


def test_static_files_come_whole_and_leave_no_warning(home):
    port = free_port()
    with server(home, port) as (process, _):
        response = get(port, "/static/greenroom/css/base.css")
        part = get(port, "/static/greenroom/css/base.css", range="bytes=0-9")
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
    assert (response.status, response.headers["Content-Type"]) == (200, 'text/css; charset="utf-8"')
    assert (part.status, part.headers["Content-Length"]) == (206, "10")
    assert "Warning" not in said
    assert "StreamingHttpResponse" not in said


def test_a_form_that_is_too_large_leaves_no_trace_in_the_terminal(home):
    port = free_port()
    with server(home, port) as (process, path):
        cookie = signed_in(get(port, path))
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        form = {"Cookie": f"{cookie}; greenroom_form={'a' * 32}", "Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/questions/slow-query/answers", b"text=" + b"x" * 5_000_000, form)
        assert connection.getresponse().status in (400, 413)
        connection.close()
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
    assert said.count("RequestDataTooBig") <= 1
    assert "Traceback" not in said
