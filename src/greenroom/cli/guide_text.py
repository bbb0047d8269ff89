"""A guide as text for a terminal. Claims from candidates are marked as reports, gaps as gaps, in every section."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from greenroom.core.guide import LevelNote, Passage, Passages, Pay
from greenroom.core.source import Source, SourceKind

from .counted import counted
from .screen import Screen

if TYPE_CHECKING:
    from greenroom.practice.guides import GuideSheet


REPORTED = {SourceKind.CANDIDATE: " (a candidate's report)", SourceKind.THIRD_PARTY: " (collected reports)"}


class GuideText:
    """Writes the sections of one guide to a screen; with ``sources``, each claim is followed by where it is from."""

    def __init__(self, sheet: "GuideSheet", screen: Screen, *, sources: bool = False) -> None:
        self.sheet, self.guide, self.screen, self.sources = sheet, sheet.guide, screen, sources

    def title(self) -> None:
        """Name, lead, and on what the guide rests."""
        guide, screen = self.guide, self.screen
        screen.text(f"{guide.role.name} at {guide.company.name}", style="bold")
        screen.text(guide.lead)
        screen.gap()
        screen.text(
            f"{guide.record} Checked against its sources on {guide.checked:%d %B %Y} at the latest.", style="dim"
        )

    def overview(self) -> None:
        """How the hiring works as a whole."""
        self._section("Overview", "overview", guide_passages=self.guide.overview)

    def process(self) -> None:
        """Duration, rules and stages."""
        guide, screen = self.guide, self.screen
        screen.heading("Process")
        self._passages((*guide.duration, *guide.process))
        if not guide.stages:
            screen.text(guide.gap("stages"), style="dim")
        for number, stage in enumerate(guide.stages, 1):
            minutes = f" ({counted(stage.minutes, 'minute')})" if stage.minutes else ""
            screen.gap()
            screen.text(f"{stage.name}{minutes}", first=f"{number}. ", style="bold")
            self._labelled((("What it is", stage.what), ("Assessed", stage.assessed), ("Prepare", stage.prepare)))
            if stage.practise:
                screen.text(f"greenroom practise --type {stage.practise}", indent=3, first="Practise: ")
            for kind in stage.exercises:
                screen.text(f"greenroom exercises --kind {kind.value}", indent=3, first="Exercises: ")
        self._levels(guide.by_level)

    def assessment(self) -> None:
        """The practical part."""
        self._section("Practical assessment", "assessment", guide_passages=self.guide.assessment)
        self._levels(self.guide.assessment_by_level)

    def qualities(self) -> None:
        """What is looked for, why, and how to show it."""
        self.screen.heading("Qualities")
        self._none_of("qualities")
        stages = {stage.id: stage.name for stage in self.guide.stages}
        for quality in self.guide.qualities:
            self.screen.gap()
            self.screen.text(quality.name, style="bold")
            self._labelled((("Why", quality.why), ("Show it", quality.show)))
            probed = [stages[id] for id in quality.probed if id in stages]
            if probed:
                self.screen.text(", ".join(probed), indent=3, first="Probed in: ")

    def questions(self) -> None:
        """The questions, with why each is asked here and how to frame it."""
        titles = {card.slug: card.prompt for kind in self.sheet.chooser for card in kind.questions}
        self.screen.heading("Questions")
        self._none_of("questions")
        for question in self.guide.questions:
            self.screen.gap()
            self.screen.text(titles.get(question.question, question.question), style="bold")
            self._labelled((("Why", question.why), ("Frame it", question.framing)))
            self.screen.text(f"greenroom practise --question {question.question}", indent=3, first="Practise: ")

    def practise(self) -> None:
        """The interview types that can be practised."""
        self.screen.heading("Practise")
        for kind in self.sheet.chooser:
            self.screen.text(f"{kind.type.name}. {kind.type.one_line}", first=f"{kind.type.slug}: ")

    def preparation(self) -> None:
        """What to prepare."""
        self._section("Preparation", "preparation", guide_passages=self.guide.preparation)

    def checklist(self) -> None:
        """The points, with what is done."""
        self.screen.heading(f"Checklist ({self.sheet.done} of {len(self.sheet.checklist)} done)")
        for point in self.sheet.checklist:
            self.screen.text(_plain(point.item.text), first="[x] " if point.done else "[ ] ")

    def day(self) -> None:
        """The role and its day, and how the company builds."""
        self._section("The role and its day", "day", guide_passages=(*self.guide.day, *self.guide.engineering))

    def pay(self) -> None:
        """Figures with place, level, year and what kind of figure each is."""
        self.screen.heading("Pay and benefits")
        self._none_of("pay")
        for figure in self.guide.pay:
            self.screen.text(_money(figure), first="- ")
            self._source(figure.source, figure.confidence.value)
        self._passages((*self.guide.pay_notes, *self.guide.benefits))

    def apply(self) -> None:
        """CV, letter and referral."""
        self.screen.heading("How to apply")
        parts = self.guide.apply
        self._none_of("apply", parts.cv or parts.letter or parts.referral)
        self._labelled((("CV", parts.cv), ("Cover letter", parts.letter), ("Referral", parts.referral)))

    def mistakes(self) -> None:
        """What goes wrong often."""
        self._section("Common mistakes", "mistakes", guide_passages=self.guide.mistakes)

    def faq(self) -> None:
        """What candidates ask."""
        self.screen.heading("What candidates ask")
        self._none_of("faq")
        for entry in self.guide.faq:
            self.screen.gap()
            self.screen.text(_plain(entry.ask), style="bold")
            self._passages(entry.answer)

    def unknown(self) -> None:
        """What nobody has published."""
        gaps = [*self.guide.unknown, *(self.guide.gap(name) for name in self.guide.missing)]
        if gaps:
            self.screen.heading("Not known")
        for gap in gaps:
            self.screen.text(_plain(gap), first="- ")

    def related(self) -> None:
        """Other roles here, and this role elsewhere."""
        self.screen.heading("Related guides")
        for label, cards in (("Same company", self.sheet.same_company), ("Same role", self.sheet.same_role)):
            if cards:
                self.screen.text(", ".join(card.path for card in cards), first=f"{label}: ")

    def _section(self, title: str, name: str, *, guide_passages: Passages) -> None:
        self.screen.heading(title)
        self._none_of(name, guide_passages)
        self._passages(guide_passages)

    def _none_of(self, name: str, found: object = None) -> None:
        if not (getattr(self.guide, name) if found is None else found):
            self.screen.text(self.guide.gap(name), style="dim")

    def _labelled(self, parts: tuple[tuple[str, Passages], ...]) -> None:
        for label, passages in parts:
            if passages:
                self.screen.text(f"{label}:", indent=3, style="dim")
                self._passages(passages, indent=3)

    def _levels(self, notes: tuple[LevelNote, ...]) -> None:
        for note in notes:
            self.screen.gap()
            self.screen.text(f"{note.level.value.capitalize()}:", style="bold")
            self._passages(note.text, indent=3)

    def _passages(self, passages: Passages, indent: int = 0) -> None:
        for passage in passages:
            self.screen.text(self._words(passage), indent=indent, first="- ")
            if passage.disputed:
                self.screen.text(f"Disputed: {_plain(passage.disputed)}", indent=indent + 2)
            if passage.say:
                self._source(passage.source, passage.confidence.value if passage.confidence else "", indent + 2)

    def _words(self, passage: Passage) -> str:
        if passage.unknown:
            return f"Not known: {_plain(passage.unknown)}"
        source = self.guide.sources.get(passage.source)
        reported = REPORTED.get(source.kind, "") if passage.say and source is not None else ""
        return _plain(passage.say or passage.advice) + reported

    def _source(self, key: str, confidence: str, indent: int = 2) -> None:
        source: Source | None = self.guide.sources.get(key)
        if self.sources and source is not None:
            read = f"dated {source.dated}, read {source.read:%Y-%m-%d}, {confidence} confidence"
            self.screen.text(f"[{source.title}; {source.address}; {read}]", indent=indent, style="dim")


def _money(figure: Pay) -> str:
    if figure.low is not None and figure.high is not None:
        amount = f"{figure.currency} {figure.low:,} to {figure.high:,}"
    else:
        known = next((n for n in (figure.middle, figure.low, figure.high) if n is not None), None)
        amount = f"{figure.currency} {known:,}" if known is not None else "no figure"
    middle = f", middle {figure.middle:,}" if figure.middle is not None and figure.low is not None else ""
    level = f", {figure.level}" if figure.level else ""
    note = f" {_plain(figure.note)}" if figure.note else ""
    return f"{figure.place}: {amount}{middle} ({figure.role}{level}, {figure.year}, {figure.basis}).{note}"


def _plain(text: str) -> str:
    """Return inline Markdown as plain words; code keeps its backticks, which read well in a terminal."""
    return re.sub(r"(?<![\w*])\*{1,2}([^*]+)\*{1,2}(?![\w*])", r"\1", " ".join(text.split()))


SECTIONS: dict[str, Callable[[GuideText], None]] = {
    "overview": GuideText.overview,
    "process": GuideText.process,
    "assessment": GuideText.assessment,
    "qualities": GuideText.qualities,
    "questions": GuideText.questions,
    "practise": GuideText.practise,
    "preparation": GuideText.preparation,
    "checklist": GuideText.checklist,
    "day": GuideText.day,
    "pay": GuideText.pay,
    "apply": GuideText.apply,
    "mistakes": GuideText.mistakes,
    "faq": GuideText.faq,
    "unknown": GuideText.unknown,
    "related": GuideText.related,
}
