"""The candidate's own day."""

from greenroom.site.zone import local_zone


def test_the_chosen_zone_wins():
    assert local_zone({"GREENROOM_TIME_ZONE": "Europe/Dublin", "TZ": "Asia/Tokyo"}) == "Europe/Dublin"


def test_the_shells_zone_comes_next():
    assert local_zone({"TZ": ":Asia/Tokyo"}) == "Asia/Tokyo"


def test_a_zone_that_is_none_is_passed_over():
    assert local_zone({"GREENROOM_TIME_ZONE": "../../etc/passwd", "TZ": "Asia/Tokyo"}) == "Asia/Tokyo"
