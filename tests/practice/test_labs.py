"""What this machine can judge is known once a lab was started."""

from greenroom.practice import labs


def test_what_a_lab_found_is_known_until_the_judge_changes(lab, settings, tmp_path):
    settings.HOME = tmp_path
    assert labs.known() is None

    noted = labs.note(lab)
    assert labs.known() == noted
    assert (noted.missing, noted.languages["python"]) == (None, True)

    file = tmp_path / "cache" / "lab.json"
    file.write_text(file.read_text().replace(noted.version, "another"))
    assert labs.known() is None
    file.write_text("odd")
    assert labs.known() is None
