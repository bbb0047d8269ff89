"""Addresses: what may be typed, and that nothing can be read in two ways."""

import pytest

from greenroom.engines.reader import BadAddress, endpoint


@pytest.mark.parametrize(
    "typed,url",
    [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"),
        (" HTTP://LocalHost:8080/v1/ ", "http://localhost:8080/v1/chat/completions"),
        ("https://models.example/api/v1/chat/completions", "https://models.example/api/v1/chat/completions"),
        ("http://[::1]:1234/v1", "http://[::1]:1234/v1/chat/completions"),
        ("https://models.example", "https://models.example/chat/completions"),
    ],
)
def test_a_base_address_becomes_the_address_that_is_asked(typed, url):
    assert endpoint(typed, "m").url == url


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "localhost:11434",
        "//localhost/v1",
        "http://",
        "http:///v1",
        "ftp://localhost/v1",
        "file:///etc/passwd",
        "http://name:word@host/v1",
        "http://good.example\\@evil.example/",
        "http://host/v1?to=elsewhere",
        "http://host/v1#x",
        "http://host/../v1",
        "http://ho st/v1",
        "http://host:0/v1",
        "http://host:99999/v1",
        "http://hóst/v1",
        "http://host\n/v1",
        "http://-host/v1",
        "http://" + "a" * 400,
    ],
)
def test_everything_else_is_refused_in_words(typed):
    with pytest.raises(BadAddress, match=r"\w+ \w+ \w+"):
        endpoint(typed, "m")


@pytest.mark.parametrize("name", ["", "  ", "a" * 201, "two\nlines"])
def test_a_model_needs_a_name(name):
    with pytest.raises(BadAddress):
        endpoint("http://localhost/v1", name)


@pytest.mark.parametrize(
    "typed,local",
    [
        ("http://localhost/v1", True),
        ("http://127.8.9.1/v1", True),
        ("http://[::1]/v1", True),
        ("http://192.168.0.4/v1", False),
        ("http://localhost.evil.example/v1", False),
        ("http://127.0.0.1.evil.example/v1", False),
    ],
)
def test_it_says_whether_that_is_this_machine(typed, local):
    assert endpoint(typed, "m").local is local
