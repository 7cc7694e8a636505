"""Tools that reviewers know pass: Frictionless, Jupytext, cffconvert, and schemas of services."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
TWINS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def run(*command, **options):
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **options)


def run_elsewhere(*command):
    """Run a tool whose needs do not fit with ours, in an environment of its own."""
    sys.path.insert(0, str(ROOT))
    import bootstrap
    done = run(str(BIN / "uv"), "tool", "run", *command,
               env=os.environ | {"UV_SYSTEM_CERTS": "1", **bootstrap.from_pip()})
    if "Failed to fetch" in done.stderr or "error sending request" in done.stderr:
        pytest.skip("the tool cannot be installed without a network")
    return done


def test_frictionless_validates_the_data_package():
    done = run(str(BIN / "frictionless"), "validate", "data/datapackage.json")
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize("path", TWINS, ids=lambda p: p.stem)
def test_twin_survives_the_way_to_text_and_back(path):
    done = run(str(BIN / "jupytext"), "--test", "--to", "md:myst", str(path))
    assert done.returncode == 0, done.stdout[-2000:]


def test_citation_file_is_valid():
    done = run_elsewhere("--from", "cffconvert==2.0.0", "cffconvert", "--validate", "-i",
                         "CITATION.cff")
    assert done.returncode == 0, done.stdout + done.stderr


def test_workflow_follows_the_schema_of_its_service():
    done = run_elsewhere("--from", "check-jsonschema", "check-jsonschema", "--builtin-schema",
                         "vendor.github-workflows", ".github/workflows/book.yml")
    assert done.returncode == 0, done.stdout + done.stderr


def targets():
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").splitlines()
    return {line.split(":")[0] for line in lines if line[:1].isalpha() and ":" in line}


def test_services_run_commands_of_the_makefile():
    jobs = yaml.safe_load((ROOT / ".github/workflows/book.yml").read_text(encoding="utf-8"))["jobs"]
    # The archive is also unpacked, checked by others' tools and run from itself.
    steps = [step for job in jobs.values() for step in job["steps"] if "run" in step]
    run_by_ci = [step["run"] for step in steps if "RUNNER_TEMP" not in step["run"]]
    assert len(steps) == len(run_by_ci) + 3
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    commands = [*run_by_ci, container["postCreateCommand"]]
    assert len(commands) == 4
    for command in commands:
        program, target, *_ = command.split()
        assert program == "make" and target in targets()
    assert jobs["test"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_binder_installs_the_lock():
    assert (ROOT / "binder/requirements.txt").read_text().strip() == "-r ../requirements.txt"
    assert os.access(ROOT / "binder/postBuild", os.X_OK)


def test_jupyterlab_has_one_kernel_and_it_is_that_of_the_project():
    done = run(str(BIN / "jupyter"), "kernelspec", "list", "--json",
               env=os.environ | {"JUPYTER_PATH": "", "JUPYTER_DATA_DIR": "/nonexistent"})
    specs = json.loads(done.stdout)["kernelspecs"]
    assert specs["python3"]["resource_dir"].startswith(sys.prefix)
    for path in TWINS:
        twin = json.loads(path.read_text(encoding="utf-8"))
        assert twin["metadata"]["kernelspec"]["name"] == "python3"
