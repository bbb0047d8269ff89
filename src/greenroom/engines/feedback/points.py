"""Points: mentioned with a quote, or not found. Never right or wrong: matching words cannot see an error."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding
from greenroom.core.rubric import Criterion, Point, Rubric

from .finding import absent, gap, note
from .fitting import ACROSS_LEAST, Fit, Phrase, chance, fit, rarity
from .reading import Reading
from .sentences import Sentence
from .words import sections, stem, words

MENTIONED = 0.4  # chance from which a point counts as mentioned
_LIGHT = frozenset(
    stem(w)
    for w in (
        "make use get take have give go thing way one each every say do know work need want keep come see think put"
        " look set let "
        "what who how when where new same other first last more most much many good well time case part people team"
    ).split()
)
_EMPTY = frozenset(
    stem(w)
    for w in (
        "a an and or of to in on at for with from by as is was were are be been being it its this that these those"
        " i we my our me us he she they "
        "them his her their you your so not had have has did do does which if would could can will about into than"
        " out up some any also "
        "the but then there because s t re ve ll d i'm it's i've i'd we've don't didn't"
    ).split()
)
KEYS = 2  # the rarest stems of a phrase, by which it is looked up; a match without both is no match
Index = dict[str, list[tuple[int, Phrase]]]


@lru_cache(maxsize=4000)
def weighed(phrase: str) -> tuple[tuple[str, float], ...]:
    """Stems of a phrase with their weights: 1 for words with content, 0.4 for general ones."""
    found = dict.fromkeys(_canonical(w.text) for w in words(phrase.lower().replace("’", "'")))
    return tuple((s, 0.4 if s in _LIGHT else 1.0) for s in found if s not in _EMPTY)


@cache
def synonyms() -> dict[str, str]:
    """Stem -> stem that stands for its group. One group a line in ``synonyms.txt``."""
    groups = files(__package__).joinpath("synonyms.txt").read_text("utf-8").splitlines()
    found: dict[str, str] = {}
    for line in groups:
        members = [stem(w) for w in line.split() if not line.startswith("#")]
        for member in members:
            found.setdefault(member, members[0])
    return found


@lru_cache(maxsize=20000)
def _canonical(word: str) -> str:
    root = stem(word)
    return synonyms().get(root, root)


@lru_cache(maxsize=200)
def phrases(points: tuple[Point, ...]) -> Index:
    """Every wording of every point, by its rarest stems."""
    index: Index = {}
    for place, point in enumerate(points):
        for i, text in enumerate((*point.said, point.text)):
            parts = weighed(text)
            if not parts:
                continue
            phrase = Phrase(parts, tuple(rarity(s) for s, _ in parts), _least(text), own=i == len(point.said))
            telling = sorted((-rare * weight, s) for (s, weight), rare in zip(parts, phrase.rare, strict=True))
            for _, key in telling[:KEYS]:
                index.setdefault(key, []).append((place, phrase))
    return index


def points(reading: Reading) -> Iterator[Finding]:
    """Yield a note for each mentioned point and a gap for each missing one, in the rubric's order."""
    every = reading.rubric.points
    found = best(reading.heard, every)
    for place, point in enumerate(every):
        if place in found and found[place][0] >= MENTIONED:
            sure, i, both = found[place]
            quote = _quote(reading, reading.heard[i], reading.heard[i + 1] if both else None)
            criterion = _criterion(reading.rubric, point)
            yield note("point_mentioned", quote, min(0.95, sure), criterion=criterion, point=point.id)
    for place, point in enumerate(every):
        if place not in found or found[place][0] < MENTIONED:
            criterion = _criterion(reading.rubric, point)
            yield gap("point_missing", absent(point.id), 0.7, criterion=criterion, point=point.id)


def best(heard: Sequence[Sentence], every: tuple[Point, ...]) -> dict[int, tuple[float, int, bool]]:
    """The surest place of each point that has one: chance, sentence, and whether the next sentence is needed too."""
    return {place: (chance(found), i, found.across) for place, (found, i) in fits(heard, every).items()}


def fits(heard: Sequence[Sentence], every: tuple[Point, ...]) -> dict[int, tuple[Fit, int]]:
    """The best fit of each point in one sentence, or in two neighbours when no single one will do."""
    index = phrases(every)
    found: dict[int, tuple[Fit, int]] = {}
    said = [[_canonical(w.text) for w in s.words] for s in heard]
    for across in (False, True):
        for i in range(len(said) - across):
            here = said[i] + said[i + 1] if across else said[i]
            places: dict[str, int] = {}
            for at, root in enumerate(here):
                places.setdefault(root, at)
            for place, phrase in {id(p): (n, p) for root in places for n, p in index.get(root, ())}.values():
                held = found.get(place)
                if across and held and not held[0].across:
                    continue  # a single sentence says it
                fitted = fit(phrase, places, here, across)
                if fitted is None or (across and fitted.share < ACROSS_LEAST):
                    continue
                if held is None or chance(fitted) > chance(held[0]):
                    found[place] = (fitted, i)
    return found


def _quote(reading: Reading, one: Sentence, other: Sentence | None) -> Quote:
    return reading.text.quote(one.start, other.end if other else one.end)


def _least(phrase: str) -> float:
    """Weight that must be found: two words with content, or one that is telling by itself ("revoke it")."""
    found = weighed(phrase)
    alone = len(found) == 1 and len(found[0][0]) >= {1: 5, 2: 5, 3: 7}.get(len(phrase.split()), 99)
    return 1.0 if alone and found[0][0] not in _common() else 1.4


@cache
def _common() -> frozenset[str]:
    """Names of parts that occur in any technical answer."""
    return frozenset(_canonical(word) for word in sections()["component"])


def _criterion(rubric: Rubric, point: Point) -> str:
    owner: Criterion | None = next((c for c in rubric.criteria if point.id in c.points), None)
    return owner.id if owner else ""


__all__ = ["best", "fits", "phrases", "points", "synonyms", "weighed"]
