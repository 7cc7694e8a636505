"""Two independent checkers of accessible PDFs find no error in the book."""

import json
import subprocess
import sys
from pathlib import Path

import pdfua


def test_pdfua_finds_nothing(built_pdf):
    assert [finding.message for finding in pdfua.validate(str(built_pdf)).findings] == []


def test_outloud_finds_no_error(built_pdf, tmp_path):
    told = tmp_path / "outloud.json"
    done = subprocess.run([Path(sys.executable).with_name("outloud"), "--json", told, "--quiet",
                           built_pdf], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert json.loads(told.read_text("utf-8"))
