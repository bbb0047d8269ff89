"""The runner of the benches."""

from bench import run


def test_every_bench_has_a_main():
    for name in run.names():
        source = (run.HERE / f"{name}.py").read_text()
        assert "def main(" in source


def test_an_unknown_bench_is_named_with_those_that_are_there(capsys):
    assert run.main(["speed-of-light"]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in run.names())
