"""``greenroom plan`` in the folder of an index exercise: mark the node that costs most, then see."""

from argparse import Namespace

from . import house
from .exercise_folder import need
from .exits import Exit, Stop
from .plan_text import plan_lines


def plan(options: Namespace) -> int:
    """Print the plans without any index, their costs hidden; with a query and a node, judge the guess."""
    folder = need()
    candidate = house.enter_library()
    from greenroom.practice import plans
    from greenroom.practice.errors import Unusable

    if options.query and options.node is not None:
        try:
            sheet = plans.guess(candidate, folder.slug, options.query, options.node)
        except Unusable as error:
            raise Stop(str(error), Exit.USAGE) from None
        marked, worst = sheet.marked.marked, sheet.marked.worst
        print(f"{'Yes' if sheet.marked.right else 'No'}: {marked.said} touches {marked.own:,} buffers by itself.")
        if not sheet.marked.right:
            print(f"{worst.said} touches {worst.own:,}.")
        for line in plan_lines(sheet.plan):
            print(line)
        return Exit.DONE if sheet.marked.right else Exit.FOUND
    print("Without any index of yours. The rows are made once, which may take a minute.", flush=True)
    for query, found in plans.before(candidate, folder.slug).items():
        if options.query in ("", query):
            print(f"\n{query}:{'' if found else ' it ran into a limit'}")
            for line in plan_lines(found, told=False) if found else ():
                print(line)
    print("\nWhich node touches most buffers by itself? `greenroom plan QUERY NODE` tells.")
    return Exit.DONE
