"""Which rows belong together."""

from greenroom.core.grid import Grid, Rows
from greenroom.core.pairing import RowPair, alike, paired


def rows(*cells):
    return Rows(columns=("id", "n"), rows=cells)


def test_rows_with_a_cell_in_common_are_a_pair_and_the_rest_stand_alone():
    grid = Grid(
        expected=rows(("1", "a"), ("2", "b"), ("3", "c")),
        actual=rows(("1", "x"), ("9", "z"), ("3", "c")),
        marked_expected=((0, 1), (1, 0), (1, 1)),
        marked_actual=((0, 1), (1, 0), (1, 1)),
    )
    assert paired(grid) == (
        RowPair(expected=0, actual=0),
        RowPair(expected=1, actual=None),
        RowPair(expected=None, actual=1),
    )
    assert alike(grid) == (2,)


def test_other_columns_are_not_paired():
    assert paired(Grid(expected=rows(("1", "a")), actual=Rows(columns=("id",), rows=(("1",),)))) is None


def test_another_order_is_not_paired():
    one, two = ("1", "a"), ("2", "b")
    marks = ((0, 0), (0, 1))
    grid = Grid(expected=rows(one, two), actual=rows(two, one), marked_expected=marks, marked_actual=marks)
    assert paired(grid) is None
