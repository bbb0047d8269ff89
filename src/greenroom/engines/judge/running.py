"""One call in an open jail: from a case or bare arguments to what the sandbox saw."""

import json

from greenroom.core.case import Case, Limits
from greenroom.core.cases import Cases
from greenroom.core.outcome import CaseResult
from greenroom.sandbox import Order, Submission

from .judging import Custom, judged


def called(function: str, call: bytes, limits: Limits, stdin: bytes = b"") -> Order:
    """Return the order to call ``function`` with the JSON list in ``call``; "" runs the file as a program."""
    return Order(
        function=function,
        call=call,
        stdin=stdin,
        cpu_s=limits.cpu_s,
        wall_s=limits.wall_s,
        memory_mb=limits.memory_mb,
        output_kb=limits.output_kb,
    )


def run_case(jail: Submission, cases: Cases, case: Case, custom: Custom) -> CaseResult:
    """Run one case and judge what came of it."""
    call = json.dumps(list(case.args)).encode()
    stdin = b"" if cases.function else case.input.encode()
    return judged(cases, case, jail.run(called(cases.function, call, cases.limits_of(case), stdin)), custom)
