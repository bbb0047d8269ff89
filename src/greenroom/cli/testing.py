"""``greenroom test``: in an exercise folder its tests, anywhere else Greenroom's own."""

from argparse import Namespace
from pathlib import Path

from . import develop
from .folder_mark import marked


def test(options: Namespace) -> int:
    """Choose by where we are; what judges is imported only where there is something to judge."""
    if marked(Path.cwd()) is None:
        return develop.test(options)
    from . import trying

    return trying.test(options)
