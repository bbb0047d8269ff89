"""``greenroom test`` and ``check``: in an exercise folder its tests, anywhere else Greenroom's own."""

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


def check(options: Namespace) -> int:
    """Do as ``test`` in an exercise folder; anywhere else check Greenroom itself."""
    if marked(Path.cwd()) is not None:
        from . import trying

        return trying.test(Namespace(words=["--json"] if options.json else []))
    return develop.check(options)
