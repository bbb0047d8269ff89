"""Settings for the tests: a fresh home, and PostgreSQL instead of SQLite when GREENROOM_TEST_POSTGRES is set."""

import os
import tempfile

os.environ["GREENROOM_HOME"] = tempfile.mkdtemp(prefix="greenroom-test-")

from .settings import *  # noqa: F403
from .settings import DATABASES

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]

if os.environ.get("GREENROOM_TEST_POSTGRES"):
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "greenroom",
        "USER": "greenroom",
        "HOST": os.environ["GREENROOM_TEST_POSTGRES"],
    }
