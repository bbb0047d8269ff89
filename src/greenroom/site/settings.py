"""Django's settings for a laptop. Everything that differs between machines comes from the environment.

Documented in ``docs/operating/settings.md``; a test holds that page against this file.
"""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from greenroom.core.home import home

from .secret import secret_key
from .zone import local_zone

PACKAGE = Path(__file__).resolve().parent.parent
HOME = home(os.environ)
HOSTED = bool(os.environ.get("GREENROOM_HOSTED"))  # code of strangers comes: nothing starts below the full sandbox

SECRET_KEY = secret_key(HOME)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
ROOT_URLCONF = "greenroom.site.urls"
ASGI_APPLICATION = "greenroom.site.asgi.application"
USE_TZ = True
TIME_ZONE = local_zone(os.environ)
LANGUAGE_CODE = "en-gb"
USE_I18N = False

CONTENT_ROOT = Path(os.environ.get("GREENROOM_CONTENT", PACKAGE.parent.parent / "content"))

SQL_SERVER = os.environ.get("GREENROOM_SQL_SERVER", "")  # a PostgreSQL that queries run on, in the place of our own

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "greenroom.records",
    "greenroom.web",
]
AUTH_USER_MODEL = "records.Candidate"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "greenroom.web.middleware.own_origin.OwnOrigin",
    "greenroom.web.middleware.static_files.StaticFiles",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "greenroom.web.middleware.signed_in.SignedIn",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "greenroom.web.middleware.not_here.NotHerePage",
    "greenroom.api.not_allowed.NotAllowed",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "greenroom.web.context.house",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.app_directories.Loader"],
                )
            ],
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(HOME / "greenroom.sqlite3"),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
            ),
        },
    }
}

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_NAME = "greenroom"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14  # days; each visit begins them anew
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = "greenroom_form"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "greenroom.web.views.errors.form_refused"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF, NONCE],  # a nonce only on pages that ask for one: the code editor brings its own rules
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# 20,000 characters are reviewed; a form may carry far more before it is refused, so that nothing typed is lost.
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024

STATIC_URL = "static/"
STORAGES = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_ROOT = None
STATIC_ROOT = str(PACKAGE / "web" / "static")
WHITENOISE_MAX_AGE = 3600

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        "one_line": {
            "()": "greenroom.site.one_line.OneLine",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        },
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
        "refused": {"class": "logging.StreamHandler", "formatter": "one_line"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A page that is not here or not yours is no event for the terminal; a fault of ours is.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR", "handlers": ["refused"], "propagate": False},
    },
}
