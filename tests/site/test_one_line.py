"""What is refused is one line in the terminal."""

import logging
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig

from greenroom.site.one_line import OneLine


def test_a_refusal_is_written_without_its_trace():
    try:
        raise RequestDataTooBig("Request body exceeded\nthe limit.")
    except RequestDataTooBig as refusal:
        record = logging.LogRecord("django.security", logging.ERROR, "", 0, str(refusal), (), sys.exc_info())
    assert OneLine("{levelname}: {message}", style="{").format(record) == "ERROR: Request body exceeded the limit."
    assert record.exc_info


def test_everything_django_refuses_goes_through_it():
    way = settings.LOGGING["loggers"]["django.security"]
    formatter = settings.LOGGING["handlers"][way["handlers"][0]]["formatter"]
    assert settings.LOGGING["formatters"][formatter]["()"] == "greenroom.site.one_line.OneLine"
    assert way["propagate"] is False
