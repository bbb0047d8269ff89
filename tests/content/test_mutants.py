"""Mutants: each a small mistake that is really another program."""

import ast

from greenroom.content.mutants import mutants

SOURCE = '''"""A page."""


def run(a: int, b: int = 2) -> bool:
    """Do it."""
    total = a + b
    if not total or a < 3 and b != 4:
        return True
    for n in [n for n in range(a) if n > 1]:
        total -= n
        continue
    return f"{total} left" if total == 5 else [total, "x"]
'''


def test_each_kind_of_mistake_is_made_with_its_line():
    found = {(m.line, m.change) for m in mutants(SOURCE)}
    assert found == {
        (4, "2 to 3"),
        (6, "+ to -"),
        (6, "leave out: total = a + b"),
        (7, "negate the condition"),
        (7, "or to and"),
        (7, "and to or"),
        (7, "leave out not"),
        (7, "< to <="),
        (7, "3 to 4"),
        (7, "!= to =="),
        (7, "4 to 5"),
        (8, "True to False"),
        (8, "return None"),
        (9, "negate the condition"),
        (9, "> to >="),
        (9, "1 to 2"),
        (10, "- to +"),
        (10, "leave out: total -= n"),
        (11, "leave out: continue"),
        (12, "== to !="),
        (12, "5 to 6"),
        (12, "negate the condition"),
        (12, "'x' to ''"),
        (12, "return None"),
    }


def test_every_mutant_is_another_program_that_can_be_read():
    sources = [m.source for m in mutants(SOURCE)]
    assert len(set(sources)) == len(sources)
    assert ast.unparse(ast.parse(SOURCE)) not in sources
    assert all(ast.parse(source) for source in sources)


def test_the_mutants_are_the_same_each_time():
    assert list(mutants(SOURCE)) == list(mutants(SOURCE))
