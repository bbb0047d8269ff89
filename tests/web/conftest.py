"""The exercise of the authoring pages, and a real lab to judge it."""

from tests.practice.conftest import ferry, lab, pages, seats_left, solve, sql_home, sql_lab, state  # noqa: F401  (fixtures)
