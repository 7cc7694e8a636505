"""Make the project's own environment in ``.venv``, or bring it up to date.

``make`` calls this before every command; by hand it is ``python3 bootstrap.py``. It needs nothing
but the standard library, and it can be read by Pythons that are far too old for the project, so
that they too get to say what is wrong. Hence no f-strings and no annotations here.

The last thing written is ``.venv/complete.json``: an environment without it is a half-made one
and is made anew. What the file records decides how much has to be done again.
"""

from __future__ import print_function

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
UV = os.path.join(VENV, "bin", "uv")
RECORD = "complete.json"
OLDEST, NEWEST = (3, 11), (3, 14)
NEEDED = 2.0e9  # bytes: the environment with its bytecode, and the downloads that uv keeps

# What the user told pip about the way to a registry, and the name that uv knows it by.
PIP_SETTINGS = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE", "proxy": "ALL_PROXY"}

CERTIFICATE = "CERTIFICATE_VERIFY_FAILED|certificate verify failed|invalid peer certificate"
# The first pattern found in what a failed tool printed tells the cause.
CAUSES = (
    ("No space left on device|os error 28|[Qq]uota exceeded",
     "the disk is full"),
    (CERTIFICATE,
     "the certificate of the package registry is not trusted; name your network's certificate"
     " file in PIP_CERT"),
    ("DO NOT MATCH THE HASHES|[Hh]ash mismatch",
     "a download differs from the checksum in requirements.txt and was not installed"),
    ("Permission denied|Read-only file system",
     "a folder cannot be written"),
    ("Name or service not known|name resolution|dns error|[Nn]etwork is unreachable|ProxyError"
     "|[Cc]onnection refused|[Cc]onnection reset|[Tt]imed? ?out|NewConnectionError"
     "|[Ee]rror sending request|[Ff]ailed to fetch|from versions: none",
     "the package registry cannot be reached; look at the network, or name a mirror in"
     " PIP_INDEX_URL or a proxy in HTTPS_PROXY"),
)


class Fault(Exception):
    """Something that stops the set-up, said in one sentence for the user."""


class Untrusted(Fault):
    """A certificate that one list of authorities does not vouch for; another list may."""


def check_python():
    """Raise Fault unless this Python is one that the locked packages are made for."""
    version = tuple(sys.version_info[:2])
    if OLDEST <= version <= NEWEST:
        return
    raise Fault(
        "Python {0}.{1} ({2}) is too {3}; the project needs Python 3.11, 3.12, 3.13 or 3.14,"
        " which PYTHON can name, as in: make book PYTHON=python3.12".format(
            version[0], version[1], sys.executable, "old" if version < OLDEST else "new"))


def has_module(name):
    """Whether this Python can import a module of that name."""
    from importlib.util import find_spec  # not in Python 2, which never gets here
    spec = find_spec(name)
    return spec is not None and spec.origin is not None  # a folder left behind has no origin


def check_venv():
    """Raise Fault unless this Python can make an environment that holds, or can be given, pip."""
    if has_module("venv") and (has_module("ensurepip") or has_module("pip")):
        return
    raise Fault(
        "Python {0}.{1} ({2}) cannot make virtual environments; on Debian or Ubuntu install the"
        " package python{0}.{1}-venv (sudo apt-get install python{0}.{1}-venv)".format(
            sys.version_info[0], sys.version_info[1], sys.executable))


def free_bytes(folder):
    """Space that the user may still fill on the disk of a folder."""
    import shutil
    return shutil.disk_usage(folder).free


def check_space():
    """Raise Fault if a new environment would not fit on the disk."""
    free = free_bytes(ROOT)
    if free < NEEDED:
        raise Fault(
            "the disk of {0} has {1:.1f} GB free, and the set-up needs about {2:.1f} GB".format(
                ROOT, free / 1e9, NEEDED / 1e9))


def wanted():
    """What a complete environment of this project and this Python has on record.

    Only the minor version counts, so that a system's security update rebuilds nothing; the place
    counts because an environment does not work after its folder has moved.
    """
    return {
        "python": "{0}.{1} {2}".format(sys.version_info[0], sys.version_info[1], sys.base_prefix),
        "place": VENV,
        "requirements": _digest("requirements.txt"),
        "project": _digest("pyproject.toml"),
    }


def _digest(name):
    with open(os.path.join(ROOT, name), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def recorded():
    """What the present environment has on record; empty if it is missing or half-made."""
    try:
        with open(os.path.join(VENV, RECORD)) as file:
            record = json.load(file)
    except (IOError, ValueError):
        return {}
    return record if os.access(PYTHON, os.X_OK) and os.access(UV, os.X_OK) else {}


def _record(state):
    path = os.path.join(VENV, RECORD)
    with open(path + ".new", "w") as file:
        json.dump(state, file, indent=1)
    os.rename(path + ".new", path)


def run(command, task, settings=None):
    """Run a tool and return what it printed; a failure becomes a sentence.

    Parameters
    ----------
    command : list of str
    task : str
        What the tool is for; the sentence begins with it.
    settings : dict of str, optional
        Environment variables on top of the user's.

    Raises
    ------
    Fault
        If the tool fails; Untrusted if it is about a certificate.
    """
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    env.update({"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}, **settings or {})
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.communicate()[0].decode("utf-8", "replace")
    if process.returncode:
        raise explain(task, output)
    return output


def explain(task, output):
    """Fault for a task that failed with that output, which is shown if it has no known cause."""
    for pattern, cause in CAUSES:
        found = [line for line in output.splitlines() if re.search(pattern, line)]
        if found:
            kind = Untrusted if pattern == CERTIFICATE else Fault
            return kind("{0} failed: {1} [{2}]".format(
                task, cause, found[-1].strip()[:200]))
    print(output, file=sys.stderr)
    return Fault("{0} failed; what the tool printed stands above".format(task))


def insist(task, command, *attempts):
    """Run a command with more arguments or settings, the next pair if a certificate fails."""
    for arguments, settings in attempts[:-1]:
        with contextlib.suppress(Untrusted):
            return run(command + arguments, task, settings)
    arguments, settings = attempts[-1]
    return run(command + arguments, task, settings)


def make_venv():
    """Make an empty environment with uv in it, in the version that requirements.txt names."""
    bundled = has_module("ensurepip")
    options = ["--clear"] if bundled else ["--clear", "--without-pip"]
    run([sys.executable, "-m", "venv"] + options + [VENV], "Making .venv")
    pin = os.path.join(VENV, "uv.txt")
    with open(os.path.join(ROOT, "requirements.txt")) as lock, open(pin, "w") as file:
        file.write(re.search(r"^uv==(?:.*\\\n)*.*\n", lock.read(), re.MULTILINE).group())
    # Older versions of pip know only a list of authorities of their own.
    insist("Installing uv",
           pip("install", "--no-deps", "--only-binary=:all:", "--require-hashes", "--retries=3",
               "--requirement", pin),
           ([], {}), (["--cert", _authorities()], {}))


def pip(*arguments):
    """Command for the environment's own pip, or else for the pip of this Python."""
    if os.path.exists(os.path.join(VENV, "bin", "pip")):
        return [PYTHON, "-m", "pip"] + list(arguments)
    return [sys.executable, "-m", "pip", "--python", PYTHON] + list(arguments)


def _authorities():
    import ssl
    paths = ssl.get_default_verify_paths()
    return paths.cafile or paths.capath or ""


def uv(task, *arguments):
    """Run uv on the environment, by the way to the registry that pip is set to take."""
    settings = dict(from_pip(), UV_COMPILE_BYTECODE="1", UV_NO_PROGRESS="1", **_cache())
    settings.setdefault("UV_HTTP_TIMEOUT", "120")
    # The machine's authorities first: a campus network or a proxy may have one of its own.
    insist(task, [UV, "pip"] + list(arguments) + ["--python", PYTHON],
           ([], dict(settings, UV_SYSTEM_CERTS="1")), ([], dict(settings, UV_SYSTEM_CERTS="0")))


def from_pip():
    """Settings of pip about mirror, certificate and proxy, under the names that uv knows.

    They may hold a password, so they are handed on in the environment and written nowhere.
    """
    listing = run(pip("config", "list"), "Reading the settings of pip")
    found = {}
    for origin in ("global", "install", ":env:"):  # the later has the last word, as in pip
        found.update(re.findall(
            r"^{0}\.({1})='(.*)'$".format(origin, "|".join(PIP_SETTINGS)), listing, re.MULTILINE))
    return {PIP_SETTINGS[k]: v for k, v in found.items() if PIP_SETTINGS[k] not in os.environ}


def _cache():
    folder = os.path.abspath(os.path.expanduser(os.environ.get("UV_CACHE_DIR") or "~/.cache/uv"))
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    return {} if os.access(folder, os.W_OK) else {"UV_NO_CACHE": "1"}


def leave_venv():
    """Go on with the Python that .venv was made from, since .venv itself is to be made anew."""
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        base = sys._base_executable
        os.execv(base, [base, os.path.abspath(__file__)])


def set_up(found, target):
    """Do what is missing between the record found and the one wanted."""
    whole = all(found.get(key) == target[key] for key in ("python", "place"))
    if not whole:
        leave_venv()
        check_venv()
        check_space()
    say("Setting up .venv with Python {0}.{1}".format(*sys.version_info[:2])
        + ("" if whole else ", once; this takes a few minutes on a slow network"))
    with contextlib.suppress(OSError):
        os.remove(os.path.join(VENV, RECORD))
    if not whole:
        make_venv()
    if not whole or found["requirements"] != target["requirements"]:
        uv("Installing the packages", "sync", "--require-hashes", "requirements.txt")
    uv("Installing the project", "install", "--no-deps", "--no-build-isolation", "--editable", ".")
    _record(target)


def say(text):
    """Tell the user what goes on, at once even through a pipe."""
    print(text)
    sys.stdout.flush()


@contextlib.contextmanager
def one_at_a_time():
    """Wait until no other run is at work on the environment."""
    import fcntl
    with open(os.path.abspath(__file__)) as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def main(arguments):
    """Check, set up, and return the exit status; ``--fits`` only checks this Python."""
    try:
        check_python()
        if "--fits" in arguments:
            return check_venv() or 0
        with one_at_a_time():
            found, target = recorded(), wanted()
            if found != target:
                start = time.time()
                set_up(found, target)
                say("Done in {0:.0f} s".format(time.time() - start))
        return 0
    except Fault as fault:
        message = str(fault)
    except EnvironmentError as error:
        message = "the set-up cannot go on: {0}".format(error)
    except KeyboardInterrupt:
        message = "interrupted; the same command starts again"
    print("set-up: " + message, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
