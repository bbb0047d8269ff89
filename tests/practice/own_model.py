"""An answer full of personal data, and what a model may say of it that holds."""

from tests.engines.reader.server import Step, says

SLUG = "complex-technical-problem"
PERSONAL = (
    "My name is Anna Kovács, anna.k@example.org, +49 151 123 45 67. Our payout export took 40 minutes and merchants "
    "complained. I traced it to a missing index on the payouts table with the query plan, I added it behind a flag, "
    "and I checked it on a copy at https://wiki.acme.example/payouts first. The password=hunter2 in the job had to go. "
    "We could have moved the report to a replica, which would have hidden the cause. In the end it took 4 minutes. "
    "It worked well and everybody was happy."
)
LEAKS = ("Anna", "Kovács", "anna.k", "151 123", "wiki.acme", "hunter2")


def remark(sheet, **changed):
    """A remark that holds, as nothing that we found speaks against it."""
    quote = "which would have hidden the cause"
    return {
        "code": "trade_off_cost",
        "quote": quote,
        "criterion": sheet.rubric.criteria[0].id,
        "advice": "Say more.",
    } | changed


def reply(*remarks, next_step="", follow_up="") -> Step:
    """A good server's reply."""
    return says({"remarks": list(remarks), "next_step": next_step, "follow_up": follow_up})
