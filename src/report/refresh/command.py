"""Take the publishers' latest figures, rebuild the book, and say what moved.

Options: ``[--from FOLDER] [--pinned] [table ...]``. With ``--pinned``
nothing is changed: the editions that the committed tables rest on, where the publisher has
editions, are taken and compared with them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pooch

from report import ledger, tables
from report.bibliography import cff
from report.project import ROOT
from report.refresh import rebuild, revision, swap
from report.refresh.rebuild import Builder
from report.refresh.store import NotOpen, RefreshError, Store
from report.run import environment, verify

RESULTS = ROOT / "results"


def options(known: list[str], arguments: list[str] | None) -> argparse.Namespace:
    """Options of the command line, where some tables are known.

    Parameters
    ----------
    known : list of str
        Tables that code rebuilds.
    arguments : list of str or None
        Of the command line; None for those that the program was called with.

    Returns
    -------
    argparse.Namespace
        ``given`` (folder of files or None), ``pinned`` and ``tables``.
    """
    parser = argparse.ArgumentParser(prog="make refresh", description=__doc__)
    parser.add_argument("--from", dest="given", type=Path, metavar="FOLDER",
                        help="take files from this folder and nothing from the network")
    parser.add_argument("--pinned", action="store_true",
                        help="compare with the editions of the committed tables, change nothing")
    parser.add_argument("tables", nargs="*", help="tables to take (all)")
    chosen = parser.parse_args(arguments)
    if unknown := set(chosen.tables) - set(known):
        parser.error(f"no code rebuilds {', '.join(sorted(unknown))}; "
                     f"there are {', '.join(known)}")
    if chosen.given and not chosen.given.is_dir():
        parser.error(f"{chosen.given} is not a folder")
    return chosen


def collect(builders: Mapping[str, Builder], names: list[str],
            store: Store) -> dict[str, str]:
    """Rebuild tables as CSV text, and print how each compares with the present one.

    Parameters
    ----------
    builders : mapping
        Name of a table to what rebuilds it.
    names : list of str
        Tables to rebuild.
    store : Store
        Where the publishers' files come from.

    Returns
    -------
    dict
        CSV text of those that differ, by name.

    Raises
    ------
    RefreshError
        If files of a table cannot be had or are not what they should be.
    """
    made = {}
    for name in names:
        try:
            text = rebuild.build(builders[name], name, store)
        except NotOpen as reason:
            print(f"{name}: kept as it is ({reason})")
            continue
        except RefreshError as error:
            raise RefreshError(f"{name}: {error}") from None
        found = swap.difference(name, text)
        print(f"{name}: {found}", flush=True)
        if found:
            made[name] = text
    return made


def present_record() -> dict:
    """Committed ledger, which a revision is measured against.

    Raises
    ------
    RefreshError
        If it is about other tables than the present ones.
    """
    record = json.loads(verify.RECORD.read_text(encoding="utf-8"))
    if record.get("tables") != ledger.fingerprints(tables.DATA):
        raise RefreshError("the record is not that of the present tables, so what moves could not "
                           "be told; `make ledger` brings it up to date")
    return record


def build_book() -> dict:
    """Build the book with the tables as they now are, and read its ledger.

    Raises
    ------
    RefreshError
        If it does not build; what it printed stands above.
    """
    if subprocess.run(verify.BUILD, cwd=ROOT, check=False).returncode:
        raise RefreshError("the book does not build with the new tables, see above")
    return json.loads((ROOT / "_build" / "ledger.json").read_text(encoding="utf-8"))


def replace(made: dict[str, str], work: Path) -> dict:
    """Swap the tables, rebuild, and go back to the old tables if the book does not build.

    Parameters
    ----------
    made : dict
        CSV text by name of table.
    work : Path
        Folder for the tables that are not in use.

    Returns
    -------
    dict
        Ledger of the book with the new tables.

    Raises
    ------
    RefreshError
        If a table lost too many rows, or the book does not build.
    report.tables.TableError
        If a table breaks its description.
    """
    swap.prepare(made, tables.DATA, work / "new")
    swap.swap(tables.DATA, work / "new", work / "before")
    try:
        return build_book()
    except BaseException:
        swap.swap(tables.DATA, work / "before", work / "new")
        print(f"The old tables are back; the new ones stand in {work.relative_to(ROOT)}/new")
        raise


def save(report: dict) -> None:
    """Print the report, and keep it in ``results/`` as JSON and as text.

    Parameters
    ----------
    report : dict
        See `report.refresh.revision.revision`.
    """
    title = f"Revision of {date.today()}, version {environment.version()}"
    text = revision.markdown(report, title)
    ledger.write(RESULTS / "revision.json", json.dumps(report, indent=1, ensure_ascii=False) + "\n")
    ledger.write(RESULTS / "revision.md", text)
    print(text)
    print("Kept in results/revision.json and results/revision.md. Now read edition, extraction "
          "and traps of these tables in data/datapackage.json and the sentences that the moved "
          "numbers stand in; `make ledger` accepts the new figures as the record.")


def main(builders: Mapping[str, Builder], arguments: list[str] | None = None) -> int:
    """Refresh, or compare; 0 if all went well and, for ``--pinned``, all tables are equal.

    Parameters
    ----------
    builders : mapping
        Name of a table to what rebuilds it.
    arguments : list of str, optional
        Of the command line; those that the program was called with by default.

    Raises
    ------
    SystemExit
        If tables could not be taken; they are then as they were.
    """
    known = rebuild.known(builders)
    chosen = options(known, arguments)
    work = ROOT / "_build" / "refresh"
    if swap.recover(tables.DATA, work / "before"):
        print("The tables of before an interrupted refresh are back")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    # What has a version is downloaded once; what is the latest, at each run.
    downloads = pooch.os_cache(cff.read().short_name) if chosen.pinned else work / "downloads"
    store = Store(Path(downloads), chosen.given, chosen.pinned)
    try:
        made = collect(builders, chosen.tables or known, store)
        if chosen.pinned or not made:
            return int(bool(made))
        record = present_record()
        save(revision.revision(record, replace(made, work)))
    except (RefreshError, tables.TableError, OSError) as error:
        raise SystemExit(f"refresh: {error}; the tables in data/ are as they were") from None
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
