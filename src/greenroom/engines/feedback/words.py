"""Words: how the plain copy is cut into them, their stems, and the tags that the lexicon gives to phrases."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_WORD = re.compile(r"[a-z][a-z0-9_]*(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|%|[€$£]")
_VOWEL = re.compile(r"[aeiouy]")

Span = tuple[int, int]
Tags = dict[str, list[Span]]


class Word(NamedTuple):
    """One word of the plain copy with its span there. A tuple, as an answer makes hundreds."""

    text: str
    start: int
    end: int


def words(low: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Cut ``low[start:end]`` into words, numbers and currency signs."""
    found = _WORD.finditer(low, start, len(low) if end is None else end)
    return [Word(m[0], *m.span()) for m in found]


_SUFFIXES = ("isations", "izations", "isation", "ization", "encies", "ancies", "ations", "ation", "ments", "ment",
             "ently", "antly", "ities", "ions", "ency", "ancy", "ence", "ance", "ness", "able", "ible", "ing", "ity",
             "ise", "ize", "ies", "ied", "ion", "ers", "ent", "ant", "ors", "ed", "es", "er", "or", "al", "ly", "y",
             "s", "e")  # fmt: skip
_SPECIAL = {"twice": "doubl", "double": "doubl", "doubled": "doubl", "was": "be", "were": "be", "is": "be", "are": "be",
            "sent": "send", "built": "build", "wrote": "writ", "written": "writ", "chose": "choos", "chosen": "choos",
            "kept": "keep", "ran": "run", "lost": "los", "lose": "los", "losing": "los",
            "paid": "pay", "broke": "break",
            "broken": "break", "found": "find", "took": "tak", "taken": "tak", "gave": "giv", "given": "giv",
            "told": "tell", "said": "say", "asked": "ask", "thought": "think", "went": "go", "gone": "go", "saw": "see",
            "seen": "see", "made": "mak", "held": "hold", "caught": "catch", "learnt": "learn", "taught": "teach",
            "left": "leav", "came": "com", "fell": "fall", "knew": "know", "known": "know", "met": "meet",
            "bought": "buy", "brought": "bring", "split": "split", "spoke": "speak", "spoken": "speak", "grew": "grow",
            "drew": "draw", "drawn": "draw", "hid": "hid", "hidden": "hid", "understood": "understand",
            "data": "data", "process": "process", "access": "access", "less": "less",
            "business": "business"}  # fmt: skip


@lru_cache(maxsize=20000)
def stem(word: str) -> str:
    """Cut a word to a stem that its other forms share. Rough on purpose: it serves matching, never wording."""
    word = word.split("'", 1)[0]
    if word in _SPECIAL:
        return _SPECIAL[word]
    for suffix in _SUFFIXES:
        rest = word[: -len(suffix)]
        if word.endswith(suffix) and len(rest) >= (3 if len(suffix) < 4 else 4) and _VOWEL.search(rest):
            return _undouble(rest)
    return word


def _undouble(rest: str) -> str:
    if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
        return rest[:-1]
    return rest[:-1] + "s" if rest.endswith("z") else rest.removesuffix("i")


def _forms(entry: str) -> list[str]:
    """Write out ``deploy~`` as the verb's regular forms; another entry stands for itself."""
    if not entry.endswith("~"):
        return [entry]
    base = entry[:-1]
    *before, verb = base.split(" ")
    cut = verb.removesuffix("e") if not verb.endswith("ee") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        made = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    else:
        sibilant = verb.endswith(("s", "x", "z", "ch", "sh"))
        made = [verb, verb + ("es" if sibilant else "s"), cut + "ed", cut + "ing"]
        if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnpt]|.*(?:[^aeiou][aeiou]t)", verb) and len(verb) <= 6:
            made += [verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [" ".join([*before, form]) for form in made]


Phrases = list[tuple[tuple[str, ...], str]]
Entry = tuple[tuple[str, ...], dict[str, Phrases]]  # classes of a word, and phrases that it begins by the second word


@cache
def lexicon() -> dict[str, Entry]:
    """Load what each word may be or begin: its classes, and phrases by their second word, longest first."""
    single: dict[str, list[str]] = {}
    longer: dict[tuple[str, str], Phrases] = {}
    for name, entries in sections().items():
        for form in dict.fromkeys(form for entry in entries for form in _forms(entry)):
            parts = tuple(form.split(" "))
            if len(parts) == 1:
                single.setdefault(form, []).append(name)
            else:
                longer.setdefault((parts[0], parts[1]), []).append((parts, name))
    for phrases in longer.values():
        phrases.sort(key=lambda p: (-len(p[0]), p))
    found: dict[str, Entry] = {word: (tuple(classes), {}) for word, classes in single.items()}
    for (first, second), phrases in longer.items():
        found.setdefault(first, ((), {}))[1][second] = phrases
    return found


@cache
def sections() -> dict[str, tuple[str, ...]]:
    """Read ``lexicon.txt``: ``[class]`` headings over comma-separated phrases, ``#`` for remarks."""
    text = files(__package__).joinpath("lexicon.txt").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
            found.setdefault(name, ())
        elif line.strip() and not line.startswith("#"):
            found[name] += tuple(e.strip() for e in line.split(",") if e.strip())
    return found


def tags(sentence: list[Word]) -> Tags:
    """Tag every phrase of the lexicon in a sentence: class -> spans in the plain copy, in order."""
    known = lexicon()
    found: Tags = {}
    texts = [word.text for word in sentence]
    for i, text in enumerate(texts):
        entry = known.get(text)
        if entry is None:
            continue
        classes, longer = entry
        start = sentence[i].start
        for phrase, name in longer.get(texts[i + 1], ()) if longer and i + 1 < len(texts) else ():
            n = len(phrase)
            if n == 2 or tuple(texts[i : i + n]) == phrase:
                found.setdefault(name, []).append((start, sentence[i + n - 1].end))
        for name in classes:
            found.setdefault(name, []).append((start, sentence[i].end))
    return found
