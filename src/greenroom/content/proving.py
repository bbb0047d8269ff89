"""Prove many exercises: those that are proven already are not run again, the others on several cores at once."""

import json
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict
from pathlib import Path
from queue import SimpleQueue
from threading import local

from ..codec import digest
from .gate import Broke, Doc, Judge, Proof, prove, rests_on

Open = Callable[[], AbstractContextManager[Judge]]


def prove_all(
    documents: Iterable[Doc], open_judge: Open, judge_version: str, interpreters: str, kept: Path | None, jobs: int
) -> Iterator[Proof | Broke]:
    """Yield the proof of each exercise as soon as it is known, or what broke while proving it.

    Each of the ``jobs`` threads has a judge of its own, as the work is done in the judge's processes. ``kept`` is the
    folder of earlier proofs, or None; only a proof without a fault and with every language is kept.
    """
    waiting = []
    for document in documents:
        name = rests_on(digest(document.value), judge_version, interpreters)
        before = kept_proof(kept, name, document)
        if before:
            yield before
        else:
            waiting.append((document, name))
    if waiting:
        yield from _proved(waiting, open_judge, kept, min(jobs, len(waiting)))


def _proved(waiting: list[tuple[Doc, str]], open_judge: Open, kept: Path | None, jobs: int) -> Iterator[Proof | Broke]:
    judges = _Judges(open_judge)
    with judges, ThreadPoolExecutor(jobs) as pool:
        pending = {pool.submit(judges.prove, document): name for document, name in waiting}
        for done in as_completed(pending):
            proof = done.result()
            if isinstance(proof, Proof):
                keep_proof(kept, pending[done], proof)
            yield proof


class _Judges:
    """One judge for each thread, closed at the end."""

    def __init__(self, open_judge: Open) -> None:
        self._open, self._own = open_judge, local()
        self._opened: SimpleQueue[AbstractContextManager[Judge]] = SimpleQueue()

    def prove(self, document: Doc) -> Proof | Broke:
        """Prove ``document`` with this thread's judge."""
        if not hasattr(self._own, "judge"):
            opened = self._open()
            self._opened.put(opened)
            self._own.judge = opened.__enter__()
        try:
            return prove(document, self._own.judge)
        except Broke as broke:
            return broke

    def __enter__(self) -> "_Judges":
        return self

    def __exit__(self, *about: object) -> None:
        while not self._opened.empty():
            self._opened.get().__exit__(None, None, None)


def kept_proof(kept: Path | None, name: str, document: Doc) -> Proof | None:
    """Return the proof that was kept under ``name``; anything odd in the file counts as no proof."""
    if kept is None:
        return None
    try:
        told = json.loads((kept / f"{name}.json").read_text(encoding="utf-8"))
        mutants, killed, listed = (int(told[key]) for key in ("mutants", "killed", "listed"))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Proof(slug=document.slugs[1], kept=True, mutants=mutants, killed=killed, listed=listed)


def keep_proof(kept: Path | None, name: str, proof: Proof) -> None:
    """Keep a whole proof; a folder that cannot be written costs time and nothing else."""
    if kept is None or proof.faults or proof.unproven:
        return
    with suppress(OSError):
        kept.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = kept / f".{name}.part"
        draft.write_text(json.dumps(asdict(proof)), encoding="utf-8")
        draft.replace(kept / f"{name}.json")
