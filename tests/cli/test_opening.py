"""The browser is led to the link by a private page; no command line holds the link."""

import os
import stat
import time

import pytest

from greenroom.cli import opening

from .test_serve import free_port, get, server, signed_in

LINK = "http://127.0.0.1:8321/enter/abc_-1"


@pytest.fixture
def browser(tmp_path):
    """A browser that writes down its command line: its path, and the file that it writes."""
    said, program = tmp_path / "command-line", tmp_path / "browser"
    program.write_text(f'#!/bin/sh\nprintf "%s " "$0" "$@" > "{said}.part"\nmv "{said}.part" "{said}"\n')
    program.chmod(0o700)
    return program, said


def command_line(said):
    for _ in range(200):
        if said.exists():
            return said.read_text()
        time.sleep(0.05)
    raise AssertionError("the browser was not started")


def test_the_command_line_of_the_browser_does_not_hold_the_link(home, browser):
    program, said = browser
    page = home / "open.html"
    port = free_port()
    with server(home, port, browser=program) as (_, path):
        words = command_line(said)
        assert path not in words
        assert page.as_uri() in words
        assert stat.S_IMODE(page.stat().st_mode) == 0o600
        assert f"{path}?opened" in page.read_text()
        assert not signed_in(get(port, f"{path}?opened"))
        assert page.exists()
        assert signed_in(get(port, path))
        assert not page.exists()


def test_the_page_is_gone_after_a_stop_and_one_that_was_left_after_a_start(home, browser):
    program, said = browser
    home.mkdir()
    opening.write(home, "http://127.0.0.1:1/enter/left-by-a-crash")
    with server(home, free_port()):
        assert not (home / "open.html").exists()
    with server(home, free_port(), browser=program):
        command_line(said)
        assert (home / "open.html").exists()
    assert not (home / "open.html").exists()


def test_the_page_goes_when_its_link_has_run_out(tmp_path):
    page = opening.write(tmp_path, LINK)
    opening.remove_after(tmp_path, 600)
    assert page.exists()
    os.utime(page, (page.stat().st_mtime - 601,) * 2)
    opening.remove_after(tmp_path, 600)
    assert not page.exists()


def test_another_link_leaves_the_page_where_it_is(tmp_path):
    page = opening.write(tmp_path, LINK)
    opening.remove_for(tmp_path, "/enter/abc")
    assert page.exists()
    opening.remove_for(tmp_path, "/enter/abc_-1")
    assert not page.exists()


def test_only_the_page_is_left_in_the_folder(tmp_path):
    opening.write(tmp_path, LINK)
    opening.write(tmp_path, LINK)
    assert [file.name for file in tmp_path.iterdir()] == ["open.html"]


@pytest.mark.browser
def test_a_real_browser_comes_in_over_the_page(home, chromium):
    port = free_port()
    with server(home, port) as (_, path):
        page = opening.write(home, f"http://127.0.0.1:{port}{path}")
        tab = chromium.new_page()
        tab.goto(page.as_uri())
        tab.wait_for_url(f"http://127.0.0.1:{port}/")
        assert "Come in" not in tab.title()
