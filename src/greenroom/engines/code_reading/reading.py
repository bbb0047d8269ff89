"""Read accepted code: at most three remarks, each of a rule of its own and on a line of its own."""

from collections.abc import Collection, Iterable

from greenroom.core.code_reading import CodeReading, Remark
from greenroom.core.concern import Concern
from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding, Tone
from greenroom.core.language import Language

from .parsing import Match, Unparsed, matches
from .rules import Pattern, Rule, rules

MOST = 3  # remarks: more is a list to work off, and no conversation
LONGEST = 256 * 1024  # characters of source; the judge takes no more either
_NAMED = 48  # characters of the code's own words inside a sentence


def read(language: Language, source: str, concerns: Collection[Concern] = ()) -> CodeReading:
    """Return the remarks on ``source``. Pure in effect: the same arguments, the same remarks. It is never run."""
    about = frozenset(concerns)
    own = [rule for rule in rules() if rule.of(language) and rule.fits(about)]
    if len(source) > LONGEST:
        return CodeReading(rules=len(own), unread=f"Code of more than {LONGEST // 1024} kB is not read.")
    if "\x00" in source or not _whole(source):
        return CodeReading(rules=len(own), unread="The code holds characters that are no text, so it was not read.")
    patterns = {rule.id: pattern for rule in own if (pattern := rule.of(language))}
    try:
        found = matches(language, source, patterns)
    except Unparsed as error:
        return CodeReading(rules=len(own), unread=str(error))
    chosen = _chosen(own, found, source)
    return CodeReading(rules=len(own), remarks=tuple(_remark(r, patterns[r.id], match, source) for r, match in chosen))


def _whole(source: str) -> bool:
    """False when ``source`` holds halves of characters, which no file can."""
    try:
        source.encode()
    except UnicodeEncodeError:
        return False
    return True


def _chosen(own: Iterable[Rule], found: tuple[Match, ...], source: str) -> list[tuple[Rule, Match]]:
    """Return at most ``MOST``, in the order of the rules: of each rule its first match on a line that is still free."""
    chosen: list[tuple[Rule, Match]] = []
    taken: set[int] = set()
    for rule in own:
        free = [m for m in found if m.rule == rule.id and _line(source, m.start) not in taken]
        if free and len(chosen) < MOST:
            chosen.append((rule, free[0]))
            taken.add(_line(source, free[0].start))
    return chosen


def _remark(rule: Rule, pattern: Pattern, match: Match, source: str) -> Remark:
    quote = _quote(match, source)
    line = _line(source, match.start)
    slots = {name: _Named(text, at) for name, (text, at) in match.names.items()}
    return Remark(
        finding=Finding(code=rule.id, tone=Tone.GAP, evidence=quote, rule=rule.id, advice=rule.id),
        line=line,
        says=pattern.says.format(quote=_short(quote.text), line=line, **slots),
        reason=rule.reason,
        advice=pattern.advice or rule.advice,
    )


def _quote(match: Match, source: str) -> Quote:
    """Quote the first line of what was met."""
    text = source[match.start : match.end].split("\n", 1)[0].rstrip()
    return Quote(start=match.start, end=match.start + len(text), text=text)


def _line(source: str, start: int) -> int:
    return source.count("\n", 0, start) + 1


def _short(text: str) -> str:
    """Return ``text`` on one line, cut where a sentence would drown in it, without the sign that sets code off."""
    line = " ".join(text.replace("`", "'").split())
    return line if len(line) <= _NAMED else line[: _NAMED - 1].rstrip() + "…"


class _Named:
    """What a metavariable met, for ``{X}`` and ``{X.line}``."""

    def __init__(self, text: str, line: int) -> None:
        self.text, self.line = _short(text), line

    def __format__(self, spec: str) -> str:
        return self.text
