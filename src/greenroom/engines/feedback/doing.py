"""Who did it: the verbs of a sentence with their doers (I, we, nobody named), read from the words around them."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from .words import Word, sections


class Who(StrEnum):
    """The doer of an act."""

    I = "i"  # noqa: E741
    WE = "we"
    NOBODY = "nobody"  # passive without an agent


class When(StrEnum):
    """The time that the verb puts the act in."""

    PAST = "past"
    HABIT = "habit"
    WOULD = "would"


@dataclass(frozen=True, slots=True)
class Act:
    """One verb with its doer; the span runs from the doer to the verb."""

    who: Who
    when: When
    verb: str
    start: int
    end: int


_BETWEEN = frozenset(
    "also then just first basically actually personally only always finally even still usually now immediately quickly"
    " myself first second third next afterwards never later simply um uh like so both all therefore instead"
    " deliberately"
    " quietly slowly carefully manually often eventually kind of have had has did do to really again once"
    " already".split()
)
_I = frozenset({"i", "i've", "ive", "myself"})
_WE = frozenset({"we", "we've", "weve"})
_WILL = frozenset({"would", "will", "could", "might", "should", "can"})
_CONTRACTED = frozenset({"i'd", "i'll", "we'd", "we'll"})
_BE = frozenset({"was", "were", "been", "got", "being"})
_NOT_VERBS = frozenset(
    "need indeed speed seed feed embed bed red hundred exceed proceed succeed based related called named supposed used"
    " interested tired excited surprised satisfied finished involved limited detailed shared advanced united born"
    " worried scared annoyed convinced allowed experienced dedicated distributed automated".split()
)
_JOINS = frozenset({"and", "then", "but", "or"})


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(sections()[name])


def past(word: str) -> bool:
    """True for a past form of a verb of doing, as far as one word can tell."""
    if word in _class("stative"):
        return False
    return word in _class("done") or (word.endswith("ed") and len(word) > 4 and word not in _NOT_VERBS)


def acts(words: tuple[Word, ...]) -> tuple[Act, ...]:
    """List the acts of one sentence in the order of their verbs."""
    found: list[Act] = []
    i = 0
    while i < len(words):
        act, i = _act_at(words, i)
        if act is not None:
            found.append(act)
            i = _joined(words, i, act, found)
    if words and past(words[0].text) and not any(a.who is Who.I for a in found):
        first = Act(Who.I, When.PAST, words[0].text, words[0].start, words[0].end)
        found.insert(0, first)  # terse speech leaves the "I" out
    elif not found and len(words) > 3 and words[0].text in _class("do_now") and words[0].text not in _NOUNS_TOO:
        found.append(Act(Who.I, When.HABIT, words[0].text, words[0].start, words[0].end))  # "Add a nullable column."
    return tuple(found)


_NOUNS_TOO = frozenset(
    "test check query index list block plan log lock cap use limit design model monitor alert review report cut"
    " sign measure map"
    " pair record document queue rank change show talk call look note cache go open start set put make take".split()
)


def _act_at(words: tuple[Word, ...], i: int) -> tuple[Act | None, int]:
    """Read an act that begins at word ``i``; return it with the next place to look."""
    here = words[i].text
    if here in _I or here in _WE or here in _CONTRACTED:
        return _of_subject(words, i, Who.WE if here.startswith("we") else Who.I)
    if here in _BE and i + 1 < len(words) and not (i and words[i - 1].text in {"i", "we"}):
        j = i + 1
        while j < len(words) - 1 and words[j].text in _BETWEEN:
            j += 1
        verb = words[j].text
        agent = j + 1 < len(words) and words[j + 1].text == "by"
        if past(verb) and not agent and verb not in {"made", "left", "set", "put"}:
            return Act(Who.NOBODY, When.PAST, verb, words[i].start, words[j].end), j + 1
    return None, i + 1


def _of_subject(words: tuple[Word, ...], i: int, who: Who) -> tuple[Act | None, int]:
    """Read the verb after I or we: over adverbs, past "would" and "will"."""
    when = When.WOULD if words[i].text in _CONTRACTED else None
    j = i + 1
    while j < len(words) and j - i <= 5:
        text = words[j].text
        if text in _WILL:
            when = When.WOULD
        elif past(text):
            contracted = words[i].text in {"i'd", "we'd"} and text.endswith("ed")
            tense = When.PAST if when is None or contracted else when
            return Act(who, tense, text, words[i].start, words[j].end), j + 1
        elif text in _class("do_now"):
            return Act(who, when or When.HABIT, text, words[i].start, words[j].end), j + 1
        elif text not in _BETWEEN and not text.endswith("ly"):
            return None, j
        j += 1
    return None, j


def _joined(words: tuple[Word, ...], i: int, act: Act, found: list[Act]) -> int:
    """Add the verbs joined to an act ("I read it and wrote ..."), up to the next doer; return where to go on."""
    j = i
    while j < len(words) - 1 and act.who is not Who.NOBODY:
        here, after = words[j].text, words[j + 1].text
        if here in {"i", "we", "he", "she", "they", "it", "who", "which", "that"} or here in _CONTRACTED:
            break
        if here in _JOINS and past(after) and act.when is When.PAST:
            found.append(Act(act.who, When.PAST, after, act.start, words[j + 1].end))
        j += 1
    return i
