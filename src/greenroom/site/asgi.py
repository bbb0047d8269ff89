"""The application that the server runs. Content is read at once, so that the first click finds it ready."""

import os

import django
from django.core.handlers.asgi import ASGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.site.settings")
django.setup(set_prefix=False)

from greenroom.practice import shelves  # noqa: E402  (needs django.setup)

shelves.library()
shelves.warm()
application = ASGIHandler()
