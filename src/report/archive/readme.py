"""README of the deposit in the form of the Social Science Data Editors [1]_.

References
----------
.. [1] Vilhuber, L., Connolly, M., Koren, M., Llull, J. and Morrow, P. (2022). A template README
   for social science replication packages. https://doi.org/10.5281/zenodo.7293838
"""

from __future__ import annotations

import re
from collections.abc import Callable

from report.archive.facts import Facts
from report.archive.inventory import PROJECT, REPORT
from report.bibliography import licences, reference
from report.markdown import table


def title(facts: Facts) -> str:
    """Title of the deposit, as data editors ask for it."""
    return f"Data and Code for: {facts.report.title}"


def text(facts: Facts, size: int, lock: str) -> str:
    """The README.

    Parameters
    ----------
    facts : Facts
    size : int
        Bytes of all files of the archive, unpacked.
    lock : str
        Text of ``requirements.txt``.
    """
    parts = {"Overview": _overview, "Data availability and provenance": _data,
             "Statement about rights": _rights,
             "Computational requirements": lambda f: _needs(f, size, lock),
             "Instructions to replicators": _instructions,
             "List of exhibits and programs": _programs, "Citation": _citation}
    return "\n\n".join([f"# {title(facts)}", *(f"## {head}\n\n{tell(facts)}"
                                               for head, tell in parts.items())]) + "\n"


Tell = Callable[[Facts], str]


def _overview(facts: Facts) -> str:
    report = facts.report
    return "\n".join([
        f"{report.abstract}", "",
        f"Version {report.version} of {report.day}, by {', '.join(report.names)}.", "",
        "- `run.sh`: the one script; it builds everything and compares it with the record.",
        f"- `{PROJECT}/`: code (`src/`, `chapters/`, `tests/`), data (`data/`), record "
        f"(`results/`). Its own `README.md` is for those who carry it on.",
        f"- `{REPORT}/`: PDF, pages (`html.zip`; open `html/index.html`), the record of this "
        f"build and the data of each exhibit.",
        "- `SHA256SUMS`, `codecheck.yml`, `ro-crate-metadata.json`, `croissant.json`, "
        "`datacite.json`, `.zenodo.json`: checksums and descriptions for machines."])


def _data(facts: Facts) -> str:
    body = [[f"`{one['path']}`", one["title"], one.get("publisher", ""), one.get("edition", ""),
             one["access"], _licence(one)] for one in facts.tables]
    return "\n\n".join([
        "All data are in the archive, in `project/data/`; nothing has to be asked for, paid for "
        "or fetched to reproduce the results. `project/data/datapackage.json` is the codebook: "
        "columns, units, keys, edition, licence and how the figures were taken out.",
        "Cost: none of the publishers asks for money. Time: the interfaces and repositories "
        "answer at once; V-Dem asks for name and purpose on a form; the reports of the Polish "
        "Office for Foreigners have no stable address. `make upstream` in `project/` rebuilds the "
        "tables from the publishers' files.",
        table(["File", "Content", "Publisher", "Edition", "Obtained from", "Licence"], body)])


def _licence(described: dict) -> str:
    return "; ".join(one["name"] for one in described.get("licenses", [])) or "not stated"


def _rights(facts: Facts) -> str:
    given = ", ".join(map(licences.name, facts.report.licences))
    return (f"Licences of the report: {given}; the first is that of the code "
            f"(`project/LICENSE`), the second that of text and tables (`project/LICENSE-text`). "
            "Each table of data stays under the licence of its publisher, named above. Where a "
            "publisher states no licence, or none was seen, the table says so; such tables hold "
            "single figures with their source, and whoever republishes them has to ask.")


def _needs(facts: Facts, size: int, lock: str) -> str:
    packages = len(re.findall(r"^[\w.-]+==", lock, re.M))
    return "\n".join([
        "- Linux or another Unix with `make` and Python 3.11, 3.12, 3.13 or 3.14. No TeX, no "
        "browser, no rights of an administrator.",
        f"- {packages} packages, each with version and checksum in `project/requirements.txt`; "
        "the script installs them into `project/.venv` (needs a package index once).",
        "- Random numbers have fixed seeds; algebra runs in one thread.",
        f"- Storage: {size / 1e6:.0f} MB unpacked, about two gigabytes with the packages; two "
        "gigabytes of memory.",
        *_measured(facts)])


def _measured(facts: Facts) -> list[str]:
    lines = []
    if facts.times:
        seconds = facts.times["builds"]["from nothing"]["ours"]["seconds"]
        lines.append(f"- Run time: {seconds:.0f} seconds for one build from nothing on "
                     f"{facts.times['cores']} cores (Python {facts.times['python']}), measured; "
                     "`run.sh` builds three times.")
    if held := facts.verification:
        lines.append(f"- Last verification that was kept: version {held['report']} on "
                     f"{held['platform']}, Python {held['python']}.")
    return lines


def _instructions(facts: Facts) -> str:
    return "\n".join([
        "```sh", "sh run.sh", "```", "",
        "It sets up the environment, builds report and PDF (`make book`), then builds twice more "
        "from nothing and compares every number, figure and table with the committed record "
        "(`make verify`): one line each, PASS, DRIFT with both values, or MISSING. It ends with "
        "an error unless all pass. Outputs are in `project/_build/`."])


def _programs(facts: Facts) -> str:
    body = [[one["number"] or "", re.sub(r"\{\w+\}`([^`]*)`", r"\1", one["title"]),
             f"`{PROJECT}/chapters/{one['chapter']}.md`", f"`{REPORT}/exhibits/{one['id']}.csv`"]
            for one in facts.exhibits]
    return "\n\n".join([
        "Every exhibit and every number in a sentence is made by the chapter named; what chapters "
        "share is in `project/src/`.",
        table(["Exhibit", "Title", "Program", "Output"], body)])


def _citation(facts: Facts) -> str:
    return reference.sentence(facts.report)
