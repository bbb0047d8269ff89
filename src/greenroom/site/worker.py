"""``python -m greenroom.site.worker``: the laptop's worker. Started by the serving process, never by hand."""

import logging
import os

import django

from greenroom import work
from greenroom.work.child import Child


def main() -> None:
    """Warm a lab, then judge what waits until the serving process is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "greenroom.site.settings")
    django.setup(set_prefix=False)
    from greenroom.practice import judging, labs
    from greenroom.practice.shelves import open_lab

    port = Child()
    work.use(port)
    lab = open_lab()
    if missing := labs.note(lab).missing:
        logging.getLogger("greenroom.judging").warning("no code can be judged on this machine: %s", missing)
    port.run(judging.unfinished, lambda id: judging.judge(id, lab), judging.leave)


if __name__ == "__main__":
    main()
