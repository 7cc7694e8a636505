"""A Chromium for the tests of the built pages: the one on the machine, or else one installed.

``python tests/chromium.py`` does so before the tests, where its progress can be seen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Playwright's driver needs libatomic, which a bare Debian lacks.
PACKAGES = ("chromium", "libatomic1")
# No sandbox, since root has none; no calls home, since the pages need no network.
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)
OWN = ("from playwright.sync_api import sync_playwright as start\n"
       "with start() as playwright: print(playwright.chromium.executable_path)")


def find() -> str | None:
    """Path of a Chromium or Chrome that runs here and that Playwright can drive."""
    # In a process of its own: a driver that does not start says so at length.
    own = subprocess.run([sys.executable, "-c", OWN], capture_output=True, text=True, check=False)
    if own.returncode:
        return None
    return next(filter(_runs, (*NAMES, own.stdout.strip())), None)


def _runs(name: str) -> bool:
    # A distribution may give the name to a stub that only tells to install something else.
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return bool(shutil.which(name)) and _succeeds(name, "--version", **quiet)


def _succeeds(*command: str, **options: object) -> bool:
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    return subprocess.run(command, env=env, check=False, **options).returncode == 0


def install() -> bool:
    """Install Chromium by the means that this user has; whether that worked."""
    administrator = os.geteuid() == 0 and shutil.which("apt-get") is not None
    if administrator and _succeeds("apt-get", "update", "--quiet") and _succeeds(
            "apt-get", "install", "--yes", "--quiet", "--no-install-recommends", *PACKAGES):
        return True
    options = ["--with-deps"] if administrator else []
    return _succeeds(sys.executable, "-m", "playwright", "install", *options, "chromium")


def ensure() -> str | None:
    """Path of a Chromium, installed if need be; None if there is no way to one."""
    found = find() or (find() if install() else None)
    return found and shutil.which(found)


if __name__ == "__main__":
    if not ensure():
        print("No Chromium here and none to be had: tests of the pages in a browser are skipped"
              " (with CI=true they fail)", file=sys.stderr)
