"""Faults of a machine end the set-up with one sentence and never leave half an environment."""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "bootstrap.py"
UNREACHABLE = "http://127.0.0.1:9"  # the port that discards; nothing listens there


@pytest.fixture
def project(tmp_path, root):
    """A folder with the files that the set-up reads, and no environment yet."""
    for name in ("bootstrap.py", "requirements.txt", "pyproject.toml", "Makefile", "CITATION.cff"):
        shutil.copy(root / name, tmp_path)
    return tmp_path


@pytest.fixture
def bootstrap(project, monkeypatch):
    """The module, as it stands in that folder."""
    spec = importlib.util.spec_from_file_location("bootstrap", project / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def start(project, *command, **env):
    """Run a command in the folder, with no pip settings but those given."""
    settings = dict(os.environ, PIP_CONFIG_FILE=os.devnull, **env)
    return subprocess.run(
        command or [sys.executable, "bootstrap.py"], cwd=project, env=settings,
        capture_output=True, text=True, check=False)


def sentence(text):
    """The one line of an error message, which is a whole sentence of the set-up."""
    assert "Traceback" not in text
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert lines[0].startswith("set-up: ")
    return lines[0]


def is_whole(project):
    return (project / ".venv" / "complete.json").exists()


@pytest.mark.parametrize(("version", "word"), [((3, 8, 18), "old"), ((2, 7, 18), "old"),
                                               ((3, 10, 13), "old"), ((3, 15, 0), "new")])
def test_other_python(project, version, word):
    code = (f"import runpy, sys; sys.version_info = {version};"
            "runpy.run_path('bootstrap.py', run_name='__main__')")
    done = start(project, sys.executable, "-c", code)
    assert done.returncode == 1
    said = sentence(done.stderr)
    assert f"Python {version[0]}.{version[1]} " in said and f"too {word}" in said
    assert "3.11, 3.12, 3.13 or 3.14" in said
    assert not (project / ".venv").exists()


def test_old_pythons_of_this_machine(project):
    names = [name for name in ("python2.7", "python3.5", "python3.6", "python3.8", "python3.10")
             if start(project, "sh", "-c", f"{name} -c ''").returncode == 0]
    if not names:
        pytest.skip("no Python here is too old")
    for name in names:
        done = start(project, name, "bootstrap.py")
        assert done.returncode == 1
        assert "too old" in sentence(done.stderr)


def test_old_pythons_can_read_it():
    tree = ast.parse(SOURCE.read_text("ascii"))
    too_new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef, ast.Match)
    for node in ast.walk(tree):
        assert not isinstance(node, too_new), f"line {node.lineno}"
        if isinstance(node, ast.FunctionDef):
            assert not node.args.kwonlyargs and node.returns is None, node.name
            assert all(argument.annotation is None for argument in node.args.args), node.name


def test_only_the_standard_library():
    modules = {name.name for node in ast.walk(ast.parse(SOURCE.read_text()))
               if isinstance(node, ast.Import) for name in node.names}
    assert modules <= sys.stdlib_module_names


def test_no_ensurepip_and_no_pip(bootstrap, project, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "has_module", lambda name: name == "venv")
    assert bootstrap.main([]) == 1
    said = sentence(capsys.readouterr().err)
    assert f"python3.{sys.version_info[1]}-venv" in said
    assert not (project / ".venv").exists()


def test_no_ensurepip_but_pip(bootstrap, project, monkeypatch):
    commands = []
    monkeypatch.setattr(bootstrap, "has_module", lambda name: name != "ensurepip")
    monkeypatch.setattr(bootstrap, "run", lambda command, *_: commands.append(command))
    (project / ".venv").mkdir()
    bootstrap.make_venv()
    assert "--without-pip" in commands[0]
    assert commands[1][1:5] == ["-m", "pip", "--python", bootstrap.PYTHON]


def test_no_space(bootstrap, project, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "free_bytes", lambda folder: 5e8)
    assert bootstrap.main([]) == 1
    said = sentence(capsys.readouterr().err)
    assert "0.5 GB free" in said and "needs about 2.0 GB" in said
    assert not (project / ".venv").exists()


def test_no_network(project):
    done = start(project, HTTPS_PROXY=UNREACHABLE, https_proxy=UNREACHABLE, PIP_NO_CACHE_DIR="1",
                 PIP_INDEX_URL="https://mirror.invalid/simple", PIP_RETRIES="0",
                 PIP_FIND_LINKS="", NO_PROXY="", no_proxy="")
    assert done.returncode == 1
    assert "the package registry cannot be reached" in sentence(done.stderr)
    assert not is_whole(project)


def test_folder_that_cannot_be_written(project):
    (project / ".venv").write_text("in the way")
    done = start(project, PIP_INDEX_URL=UNREACHABLE)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("printed", "cause"), [
    ("ERROR: [Errno 28] No space left on device", "the disk is full"),
    ("cause: failed to write: No space left on device (os error 28)", "the disk is full"),
    ("cause: invalid peer certificate: UnknownIssuer", "the certificate"),
    ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "the certificate"),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "checksum"),
    ("error: Hash mismatch for `six==1.17.0`", "checksum"),
    ("cause: dns error: failed to lookup address information", "cannot be reached"),
    ("error: Failed to fetch: `https://mirror.example/simple/six/`", "cannot be reached"),
    ("ERROR: Could not find a version that satisfies uv (from versions: none)",
     "cannot be reached"),
    ("OSError: [Errno 13] Permission denied: '/cache'", "cannot be written"),
])
def test_causes(bootstrap, capsys, printed, cause):
    fault = str(bootstrap.explain("Installing", "first line\n" + printed + "\nlast line"))
    assert fault.startswith("Installing failed: ")
    assert cause in fault and "first line" not in fault
    assert capsys.readouterr().err == ""


def test_unknown_cause_shows_the_output(bootstrap, capsys):
    fault = bootstrap.explain("Installing", "a sprocket came loose")
    assert "stands above" in str(fault)
    assert capsys.readouterr().err == "a sprocket came loose\n"


def test_certificates_are_tried_in_turn(bootstrap, monkeypatch):
    tried = []

    def refuse_the_first(command, task, settings):
        tried.append(command)
        if len(tried) == 1:
            raise bootstrap.Untrusted("unknown issuer")
        return "done"

    monkeypatch.setattr(bootstrap, "run", refuse_the_first)
    assert bootstrap.insist("Installing", ["tool"], ([], {}), (["--cert", "x"], {})) == "done"
    assert tried == [["tool"], ["tool", "--cert", "x"]]


def test_settings_of_pip_reach_uv(bootstrap, monkeypatch):
    listing = ("global.index-url='https://a.example/simple'\nglobal.timeout='9'\n"
               ":env:.index-url='https://b.example/simple'\nglobal.cert='/c.pem'\n")
    monkeypatch.setattr(bootstrap, "run", lambda *_: listing)
    for name in bootstrap.PIP_SETTINGS.values():
        monkeypatch.delenv(name, raising=False)
    assert bootstrap.from_pip() == {
        "UV_DEFAULT_INDEX": "https://b.example/simple", "SSL_CERT_FILE": "/c.pem"}
    monkeypatch.setenv("UV_DEFAULT_INDEX", "https://own.example/simple")
    assert bootstrap.from_pip() == {"SSL_CERT_FILE": "/c.pem"}


def test_half_an_environment_is_made_anew(bootstrap, project, monkeypatch):
    steps = []
    monkeypatch.setattr(bootstrap, "make_venv", lambda: steps.append("venv"))
    monkeypatch.setattr(bootstrap, "uv", lambda task, *_: steps.append(task))
    (project / ".venv" / "bin").mkdir(parents=True)
    for name in ("python", "uv"):
        (project / ".venv" / "bin" / name).symlink_to(sys.executable)
    whole = ["venv", "Installing the packages", "Installing the project"]
    assert bootstrap.main([]) == 0 and steps == whole
    steps.clear()
    assert bootstrap.main([]) == 0 and steps == []
    record = project / ".venv" / "complete.json"
    state = json.loads(record.read_text())
    for text in ("", "{", json.dumps(dict(state, place="/elsewhere/.venv")),
                 json.dumps(dict(state, python="3.99 /usr"))):
        record.write_text(text)
        steps.clear()
        assert bootstrap.main([]) == 0 and steps == whole, text


@pytest.mark.parametrize(("name", "expected"), [
    ("requirements.txt", ["Installing the packages", "Installing the project"]),
    ("pyproject.toml", ["Installing the project"])])
def test_changes_renew_what_rests_on_them(bootstrap, project, monkeypatch, name, expected):
    steps = []
    monkeypatch.setattr(bootstrap, "make_venv", lambda: steps.append("venv"))
    monkeypatch.setattr(bootstrap, "uv", lambda task, *_: steps.append(task))
    (project / ".venv" / "bin").mkdir(parents=True)
    for tool in ("python", "uv"):
        (project / ".venv" / "bin" / tool).symlink_to(sys.executable)
    bootstrap.main([])
    with (project / name).open("a") as file:
        file.write("# changed\n")
    steps.clear()
    assert bootstrap.main([]) == 0 and steps == expected


def test_failure_while_renewing_leaves_no_record(bootstrap, project, monkeypatch, capsys):
    (project / ".venv" / "bin").mkdir(parents=True)
    for tool in ("python", "uv"):
        (project / ".venv" / "bin" / tool).symlink_to(sys.executable)
    bootstrap._record(dict(bootstrap.wanted(), requirements="old"))

    def fail(task, *_):
        raise bootstrap.Fault("Installing the packages failed: no network")

    monkeypatch.setattr(bootstrap, "uv", fail)
    assert bootstrap.main([]) == 1
    assert not is_whole(project)
    assert "no network" in sentence(capsys.readouterr().err)


def test_make_is_not_fooled_by_a_python_that_only_pretends(project):
    tools = project / "tools"
    tools.mkdir()
    for name in ("python3.14", "python3.13", "python3.12", "python3.11", "python3"):
        (tools / name).write_text("#!/bin/sh\necho 'command not found' >&2; exit 127\n")
        (tools / name).chmod(0o755)
    path = os.pathsep.join([str(tools), "/usr/bin", "/bin"])
    done = start(project, "make", "env", PATH=path, PYTHON="")
    assert done.returncode != 0
    assert "no working Python found" in done.stderr
    (tools / "python3.12").unlink()
    (tools / "python3.12").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (tools / "python3.12").chmod(0o755)
    done = start(project, "make", "env", PATH=path, PYTHON="", PIP_INDEX_URL=UNREACHABLE,
                 PIP_NO_CACHE_DIR="1", PIP_RETRIES="0", PIP_FIND_LINKS="")
    assert "Setting up .venv" in done.stdout and "cannot be reached" in done.stderr


def test_versions_are_those_of_the_project(root):
    declared = re.search(r'requires-python = ">=3\.(\d+),<3\.(\d+)"',
                         (root / "pyproject.toml").read_text())
    spec = importlib.util.spec_from_file_location("bootstrap", SOURCE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (module.OLDEST[1], module.NEWEST[1] + 1) == tuple(map(int, declared.groups()))
