"""Print the OpenAPI document."""

import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.site.settings")
django.setup(set_prefix=False)

from .document import text  # noqa: E402  (needs django.setup)

sys.stdout.write(text())
