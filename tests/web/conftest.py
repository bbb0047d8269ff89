"""The exercise of the authoring pages, and a real lab to judge it."""

from tests.practice.conftest import ferry, lab, pages, solve  # noqa: F401  (fixtures)
