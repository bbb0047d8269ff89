"""``python -m greenroom.site.worker``: the laptop's worker. Started by the serving process, never by hand."""

import logging
import os

import django
from django.conf import settings

from greenroom import work
from greenroom.core.exercise import Kind
from greenroom.work.child import Child

LACKING = 4  # the exit code for what a machine lacks, as the commands have it


def main() -> None:
    """Warm the code lab, then judge what waits until the serving process is gone; other labs open when needed.

    Hosted, it ends where the code lab is missing.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.site.settings")
    django.setup(set_prefix=False)
    from greenroom.practice import judging, labs
    from greenroom.practice.open_labs import OpenLabs

    port = Child()
    work.use(port)
    opened = OpenLabs()
    if missing := labs.note(opened.of(Kind.CODE)).missing:
        logging.getLogger("greenroom.judging").warning("no code can be judged on this machine: %s", missing)
        if settings.HOSTED:
            raise SystemExit(LACKING)
    port.run(judging.unfinished, lambda id: judging.judge(id, opened.of(judging.kind_of(id))), judging.leave)


if __name__ == "__main__":
    main()
