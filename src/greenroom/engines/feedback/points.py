"""Points: mentioned with a quote, or not found. Never right or wrong: matching words cannot see an error."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from greenroom.core.evidence import Quote
from greenroom.core.finding import Finding
from greenroom.core.rubric import Criterion, Point, Rubric

from .finding import absent, gap, note
from .reading import Reading
from .sentences import Sentence
from .words import sections, stem, words

SAID = 0.72  # share of a phrase's weight that one sentence must hold
ACROSS = 0.88  # the same over two neighbouring sentences
TEXT = 0.62  # share of the point's own text, which is longer and wordier
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


def points(reading: Reading) -> Iterator[Finding]:
    """Yield a note for each mentioned point and a gap for each missing one, in the rubric's order."""
    said = [frozenset(_canonical(w.text) for w in s.words) for s in reading.heard]
    missing: list[Point] = []
    for point in reading.rubric.points:
        best = _best(point, said)
        criterion = _criterion(reading.rubric, point)
        if best is None:
            missing.append(point)
            continue
        share, i, both = best
        quote = _quote(reading, reading.heard[i], reading.heard[i + 1] if both else None)
        yield note("point_mentioned", quote, min(0.95, 0.5 + 0.45 * share), criterion=criterion, point=point.id)
    for point in missing:
        yield gap("point_missing", absent(point.id), 0.7, criterion=_criterion(reading.rubric, point), point=point.id)


def _quote(reading: Reading, one: Sentence, other: Sentence | None) -> Quote:
    return reading.text.quote(one.start, other.end if other else one.end)


def _best(point: Point, said: Sequence[frozenset[str]]) -> tuple[float, int, bool] | None:
    """The best place of a point: how well it fits, the sentence, and whether the next one is needed too."""
    best: tuple[float, int, bool] | None = None
    phrases = [(weighed(phrase), SAID, _least(phrase)) for phrase in point.said] + [(weighed(point.text), TEXT, 2.5)]
    for i, here in enumerate(said):
        for phrase, bar, least in phrases:
            fit = _fit(phrase, here, bar, least)
            if fit and (best is None or fit > best[0]):
                best = (fit, i, False)
    if best is not None:
        return best
    for i in range(len(said) - 1):
        both = said[i] | said[i + 1]
        for phrase, _, least in phrases:
            fit = _fit(phrase, both, ACROSS, max(least, 2.4))
            if fit and (best is None or fit > best[0]):
                best = (fit, i, True)
    return best


def _least(phrase: str) -> float:
    """Weight that must be found: two words with content, or one that is telling by itself ("revoke it")."""
    found = weighed(phrase)
    alone = len(found) == 1 and len(found[0][0]) >= {1: 5, 2: 5, 3: 7}.get(len(phrase.split()), 99)
    return 1.0 if alone and found[0][0] not in _common() else 1.4


@cache
def _common() -> frozenset[str]:
    """Names of parts that occur in any technical answer."""
    return frozenset(_canonical(word) for word in sections()["component"])


def _fit(phrase: tuple[tuple[str, float], ...], here: frozenset[str], bar: float, least: float) -> float:
    """Share of the phrase's weight found, or 0 below the bar. A phrase of one plain word must have weight 1."""
    total = sum(w for _, w in phrase)
    if not total:
        return 0.0
    found = sum(w for s, w in phrase if s in here)
    return found / total if found / total >= bar and found >= least else 0.0


def _criterion(rubric: Rubric, point: Point) -> str:
    owner: Criterion | None = next((c for c in rubric.criteria if point.id in c.points), None)
    return owner.id if owner else ""


__all__ = ["points", "synonyms", "weighed"]
