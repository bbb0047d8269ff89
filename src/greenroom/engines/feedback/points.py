"""Points: mentioned with a quote, or not found. Never right or wrong: matching words cannot see an error."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding
from greenroom.core.rubric import Criterion, Point, Rubric

from .finding import absent, gap, note
from .fitting import ACROSS_LEAST, DENIALS, LITERAL, Fit, Phrase, Shape, chance, fit, rarity, row, spread
from .gist import Gists, gists, told, weigh
from .reading import Reading
from .sentences import Sentence
from .words import sections, stem, words

MENTIONED = 0.4  # chance from which a point counts as mentioned
SURELY = 0.6  # chance from which it shows that the answer takes up its question
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
RUN = 5  # words; a listed wording at least this long that stands there word for word is said
Index = dict[str, list[tuple[int, Phrase]]]
Runs = dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]]


@lru_cache(maxsize=4000)
def weighed(phrase: str) -> tuple[tuple[str, float], ...]:
    """Stems of a phrase with their weights: 1 for words with content, 0.4 for general ones."""
    found = dict.fromkeys(canonical(w.text) for w in words(phrase.lower().replace("’", "'")))
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


@cache
def alike() -> dict[str, str]:
    """The synonyms, and those of ``alike.txt``, which are too wide for anything but points."""
    found = dict(synonyms())
    for line in files(__package__).joinpath("alike.txt").read_text("utf-8").splitlines():
        members = [stem(w) for w in line.split() if not line.startswith("#")]
        for member in members:
            found.setdefault(member, found.get(members[0], members[0]))
    return found


@lru_cache(maxsize=20000)
def canonical(word: str) -> str:
    """The stem that stands for a word. Numbers are all one, except those that look like an HTTP status."""
    if word[0].isdigit():
        return word if len(word) == 3 and word.isdigit() and word[0] in "2345" else "#"
    root = stem(word)
    return alike().get(root, root)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a rubric's points: wordings by their rarest stems, gists, and the stems of each point."""

    index: Index
    gists: Gists
    owned: tuple[frozenset[str], ...]
    runs: Runs


@lru_cache(maxsize=200)
def known(points: tuple[Point, ...]) -> Known:
    """Prepare the points of one rubric."""
    wordings = [[_stems(text) for text in (*point.said, point.text)] for point in points]
    owned = tuple(frozenset(root for wording in point for root in wording) for point in wordings)
    return Known(phrases(points), gists(wordings, spread, _LIGHT), owned, _runs(points))


def _runs(points: tuple[Point, ...]) -> Runs:
    """The longer listed wordings, word for word, by their first two words."""
    found: Runs = {}
    for place, point in enumerate(points):
        for text in point.said:
            run = tuple(w.text for w in words(text.lower().replace("’", "'")))
            if len(run) >= RUN:
                found.setdefault(run[:2], []).append((place, run))  # type: ignore[arg-type]
    return found


def _stems(text: str) -> list[str]:
    found = (canonical(w.text) for w in words(text.lower().replace("’", "'")))
    return [root for root in found if root not in _EMPTY]


def phrases(points: tuple[Point, ...]) -> Index:
    """Every wording of every point, by its rarest stems."""
    index: Index = {}
    for place, point in enumerate(points):
        for i, text in enumerate((*point.said, point.text)):
            parts = weighed(text)
            if not parts:
                continue
            rare = tuple(rarity(s) for s, _ in parts)
            denies = any(canonical(w.text) in DENIALS for w in words(text.lower().replace("’", "'")))
            phrase = Phrase(parts, rare, _least(text), own=i == len(point.said), denies=denies)
            telling = sorted((-rarity_of * weight, s) for (s, weight), rarity_of in zip(parts, rare, strict=True))
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
    found: dict[int, tuple[float, int, bool]] = {}
    for across in (False, True):
        enough = {place for place, held in found.items() if held[0] >= MENTIONED} if across else set()
        for place, sure, i in _sure(heard, every, across, enough):
            if place not in found or sure > found[place][0]:
                found[place] = sure, i, across
        if not across:
            for place, i in _word_for_word(heard, known(every).runs):
                if place not in found or found[place][0] < LITERAL:
                    found[place] = LITERAL, i, False
    return found


def _word_for_word(heard: Sequence[Sentence], runs: Runs) -> Iterator[tuple[int, int]]:
    """Point and sentence of each longer wording that stands in the answer as it is listed."""
    for i, sentence in enumerate(heard):
        said = [w.text for w in sentence.words]
        for at, pair in enumerate(pairwise(said)):
            for place, run in runs.get(pair, ()):
                if tuple(said[at : at + len(run)]) == run:
                    yield place, i


def _sure(
    heard: Sequence[Sentence], every: tuple[Point, ...], across: bool, enough: set[int]
) -> Iterator[tuple[int, float, int]]:
    return (
        (place, chance(features, fitted, across), i)
        for place, features, fitted, i in rows(heard, every, across, enough)
    )


def rows(
    heard: Sequence[Sentence], every: tuple[Point, ...], across: bool, enough: Set[int] = frozenset()
) -> Iterator[tuple[int, tuple[float, ...], Fit | None, int]]:
    """Place, features and best wording of each point in each sentence, or in two neighbours when ``across``.

    Two neighbours are tried only for points that are not in ``enough``.
    """
    held = known(every)
    stems = [[canonical(w.text) for w in s.words] for s in heard]
    full = [[root for root in said if root not in _EMPTY] for said in stems]
    weights = [weigh(said, held.gists) for said in full]
    for i in range(len(stems) - across):
        if not across:
            yield from _rows(i, stems[i], full[i], weights[i], held, None)
            continue
        both = {place for place in weights[i] if place in weights[i + 1] and place not in enough}
        if both:  # a neighbour that tells nothing of a point adds nothing to it
            joined = {
                place: {**weights[i].get(place, {}), **weights[i + 1].get(place, {})}
                for place in weights[i].keys() | weights[i + 1].keys()
            }
            yield from _rows(i, stems[i] + stems[i + 1], full[i] + full[i + 1], joined, held, both)


def _rows(
    i: int,
    here: list[str],
    full: list[str],
    weights: Mapping[int, Mapping[str, float]],
    held: Known,
    both: Set[int] | None,
) -> Iterator[tuple[int, tuple[float, ...], Fit | None, int]]:
    """The same for one place. ``both``: the points that two neighbours are tried for; None for a single sentence."""
    across = both is not None
    fits = _fits(here, held.index, both)
    said = told(full, weights, held.gists, fits)
    if not said:
        return
    shape = Shape.of(here, len(set(full)))
    for place, one in said.items():
        if both is not None and place not in both:
            continue
        fitted = fits.get(place)
        yield place, row(fitted, one, shape, across, held.owned[place]), fitted, i


def _fits(here: Sequence[str], index: Index, both: Set[int] | None) -> dict[int, Fit]:
    """The best wording of each point that has one here."""
    places: dict[str, int] = {}
    for at, root in enumerate(here):
        places.setdefault(root, at)
    tried: set[int] = set()
    found: dict[int, Fit] = {}
    for root in places:
        for place, phrase in index.get(root, ()):
            if (both is not None and place not in both) or id(phrase) in tried:
                continue
            tried.add(id(phrase))
            fitted = fit(phrase, places, here)
            if fitted is None or (both is not None and fitted.share < ACROSS_LEAST):
                continue
            if place not in found or fitted.rank > found[place].rank:
                found[place] = fitted
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
    return frozenset(canonical(word) for word in sections()["component"])


def _criterion(rubric: Rubric, point: Point) -> str:
    owner: Criterion | None = next((c for c in rubric.criteria if point.id in c.points), None)
    return owner.id if owner else ""


__all__ = ["best", "canonical", "known", "points", "rows", "synonyms", "weighed"]
