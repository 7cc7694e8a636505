"""Every input that a program opens, lists or imports is noted; outputs and libraries are not."""

import subprocess
import sys
from pathlib import Path

import pytest

from report.run import dependencies

PROGRAM = """
import sys
sys.path[:0] = [{src!r}, {folder!r}]
from report.run import dependencies
dependencies.watch([{folder!r}])
{code}
print("\\n".join(p.removeprefix({folder!r} + "/") for p in dependencies.rests_on()))
"""


@pytest.mark.parametrize(("code", "noted"), [
    ("open('data/t.csv').read()", "data/t.csv"),
    ("import pathlib; pathlib.Path('data/t.csv').read_bytes()", "data/t.csv"),
    ("import pandas; pandas.read_csv('data/t.csv')", "data/t.csv"),
    ("import os; os.listdir('data')", "data"),
    ("import os; os.path.exists('data/no.csv') or open('data/no.csv')", "data/no.csv"),
    ("import mine", "mine.py"), ("from mine import f", "mine.py"),
    ("open('_build/x', 'w').close()", ""),
    ("open('_build/evidence.json')", "_build/evidence.json"),
    ("import json, importlib.metadata as m; m.version('pip')", "")])
def test_what_is_noted(tmp_path, code, noted):
    folder = Path(tmp_path).resolve()
    for name, content in {"data/t.csv": "a\n1\n", "mine.py": "f = 1\n", "_build/x": ""}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content)
    guarded = f"try: {code}\nexcept Exception: pass"
    program = PROGRAM.format(src=str(Path(dependencies.__file__).parents[1]), folder=str(folder),
                             code=guarded)
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True,
                          text=True, check=True)
    assert done.stdout.strip() == noted


def test_digest_of_file_folder_and_nothing(tmp_path):
    file = tmp_path / "t.csv"
    assert dependencies.digest(file) == "absent"
    file.write_text("1")
    first, listing = dependencies.digest(file), dependencies.digest(tmp_path)
    file.write_text("2")
    assert dependencies.digest(file) != first
    assert dependencies.digest(tmp_path) == listing
    (tmp_path / "new.csv").write_text("")
    assert dependencies.digest(tmp_path) != listing


def test_of_the_bibliography_only_keys_count(tmp_path):
    file = tmp_path / "references.bib"
    file.write_text("@misc{a2020, title={One}}\n")
    before = dependencies.digest(file)
    file.write_text("@misc{a2020, title={Another}}\n")
    assert dependencies.digest(file) == before
    file.write_text("@misc{b2020, title={Another}}\n")
    assert dependencies.digest(file) != before
