"""Print the page of all findings."""

import sys

from .page import page

sys.stdout.write(page())
