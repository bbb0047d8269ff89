"""The chart of bands over tries."""

from greenroom.web.present.chart import HEIGHT, WIDTH, chart


def test_a_higher_band_stands_higher():
    low, high = chart([1, 5]).dots
    assert high.y < low.y
    assert high.x > low.x


def test_a_try_without_a_mark_is_a_gap_and_no_dot():
    drawn = chart([2, None, 4])
    assert [dot.try_number for dot in drawn.dots] == [1, 3]
    assert len(drawn.gaps) == 1


def test_however_many_tries_all_stay_on_the_drawing():
    for many in (1, 2, 7, 200):
        assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in chart([3] * many).dots)


def test_no_tries_draw_the_grid_alone():
    assert len(chart([]).grid) == 5
    assert chart([]).line == ""
