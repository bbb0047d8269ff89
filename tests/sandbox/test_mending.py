"""What is said about the way to the full level, on machines as their kernels describe them."""

from pathlib import Path

import pytest

from greenroom.sandbox import kernel, mends

HERE = "6.1.0-13-amd64"


@pytest.fixture
def proc(tmp_path: Path) -> Path:
    if not kernel.known():
        pytest.skip("the mends are those of Linux")
    for folder in ("sys/user", "sys/kernel", "self"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "sys/user/max_user_namespaces").write_text("15000\n")
    (tmp_path / "self/status").write_text("Name:\tpython\nSeccomp:\t0\n")
    return tmp_path


def test_an_old_kernel_is_named(proc: Path) -> None:
    (said,) = mends(proc, "5.10.0-28-amd64", root=True)
    assert said == "Take Linux 5.12 or newer: the kernel here is 5.10.0-28-amd64"


@pytest.mark.parametrize(
    "name, value", [("unprivileged_userns_clone", "0"), ("apparmor_restrict_unprivileged_userns", "1")]
)
def test_a_setting_that_holds_ordinary_users_back_holds_no_root_back(proc: Path, name: str, value: str) -> None:
    (proc / "sys/kernel" / name).write_text(value)
    assert f"`sysctl kernel.{name}=" in mends(proc, HERE, root=False)[0]
    assert name not in mends(proc, HERE, root=True)[0]


def test_several_things_in_the_way_are_all_said(proc: Path) -> None:
    (proc / "sys/user/max_user_namespaces").write_text("0\n")
    (proc / "self/status").write_text("Name:\tpython\nSeccomp:\t2\nSeccomp_filters:\t1\n")
    first, second = mends(proc, HERE, root=True)
    assert "user.max_user_namespaces=10000" in first
    assert second.startswith("Leave the container")


def test_where_nothing_is_seen_in_the_way_the_usual_is_said(proc: Path) -> None:
    (said,) = mends(proc, "6.18.44-fc-v669", root=False)
    assert "virtual machine" in said
