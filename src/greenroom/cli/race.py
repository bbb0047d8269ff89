"""``greenroom race SCHEDULE`` in the folder of a race: one order of the steps, run again."""

from argparse import Namespace

from . import house
from .exercise_folder import need
from .exits import Exit, Stop
from .lab import sql_lab
from .timeline_text import timeline_lines


def race(options: Namespace) -> int:
    """Run the schedule with the steps in this folder and print what each session did."""
    folder = need()
    house.enter_library()
    from greenroom.practice import replays
    from greenroom.practice.errors import Unusable

    with sql_lab() as lab:
        try:
            timeline = replays.of_files(folder.slug, folder.files(), " ".join(options.schedule), lab)
        except Unusable as error:
            raise Stop(str(error), Exit.USAGE) from None
    for line in timeline_lines(timeline):
        print(line)
    return Exit.FOUND if timeline.after else Exit.DONE
