"""What a result was computed on, and checksums of what was built."""

import hashlib

import pytest

from report.run import environment

LOCK = """\
pytest=={pytest} \\
    --hash=sha256:00
packaging==0.1
no-such-package-at-all==1.0 \\
    --hash=sha256:00
numpy==0.0.1 ; python_full_version < '3.0' \\
"""


def test_other_version_than_locked_is_named(tmp_path):
    lock = tmp_path / "requirements.txt"
    lock.write_text(LOCK.format(pytest=pytest.__version__))
    (found,) = environment.not_as_locked(lock)
    assert found.startswith("packaging ") and found.endswith("(locked: 0.1)")


def test_checksum_of_a_folder_sees_content_and_names(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x").write_text("1")
    first = environment.checksum(tmp_path)
    assert environment.checksum(tmp_path / "a" / "x") == hashlib.sha256(b"1").hexdigest()
    (tmp_path / "a" / "x").write_text("2")
    second = environment.checksum(tmp_path)
    (tmp_path / "a" / "x").rename(tmp_path / "a" / "y")
    assert len({first, second, environment.checksum(tmp_path)}) == 3


def test_checksums_of_a_build(tmp_path):
    for name in ("html/index.html", "pdf/report.pdf"):
        (tmp_path / "_build" / name).parent.mkdir(parents=True)
        (tmp_path / "_build" / name).write_text(name)
    found = environment.checksums(tmp_path)
    assert list(found) == ["HTML folder", "PDF report.pdf"]
    assert found["PDF report.pdf"] == hashlib.sha256(b"pdf/report.pdf").hexdigest()


def test_description_names_report_platform_and_packages():
    found = environment.describe()
    assert found["report"].count(".") == 2
    assert set(found["packages"]) == set(environment.SHOWN)
