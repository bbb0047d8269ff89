"""The key that signs cookies."""

from concurrent.futures import ThreadPoolExecutor

from greenroom.site.secret import secret_key


def test_it_is_made_once_and_stays(tmp_path):
    assert secret_key(tmp_path) == secret_key(tmp_path)


def test_two_homes_have_two_keys(tmp_path):
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")


def test_its_file_is_readable_by_its_owner_alone(tmp_path):
    secret_key(tmp_path)
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0


def test_first_starts_at_once_agree_on_one_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = list(pool.map(lambda _: secret_key(tmp_path), range(32)))
    assert len(set(keys)) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["secret"]
