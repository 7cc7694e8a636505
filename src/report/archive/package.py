"""Make the archive: ``python -m report.archive.package``, after the report is built.

It leaves ``_build/package/<name>-<version>.zip``, which a data editor or a repository takes as it
is and which runs from itself alone.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime, time
from pathlib import Path

from report.archive import crate, croissant, deposit, inventory, readme, typeset
from report.archive.facts import Facts, PackageError, read
from report.project import ROOT
from report.typst.compiler import Compiler

# Repositories refuse, or unpack badly, what has more.
MOST = 1000
SCRIPT = """#!/bin/sh
# Build the report and compare every number, figure and table with the committed record.
set -eu
cd "$(dirname "$0")/project"
make book
make verify
"""


def files(project: Path) -> dict[str, bytes]:
    """All files of the archive, by their place.

    Parameters
    ----------
    project : Path
        Folder of a project that has been built.

    Raises
    ------
    PackageError
        If it has not been built, or the archive would hold too many files.
    """
    facts = read(project)
    held = inventory.of_project(project) | inventory.of_build(
        project / "_build", facts.ledger["exhibits"], facts.report.released)
    held |= {"run.sh": SCRIPT.encode(), "CITATION.cff": (project / "CITATION.cff").read_bytes()}
    held |= {name: (project / name).read_bytes() for name in ("LICENSE", "LICENSE-text")}
    held |= _readme(facts, held, (project / "requirements.txt").read_text(encoding="utf-8"))
    held |= {"codecheck.yml": deposit.codecheck(facts).encode(),
             "croissant.json": _json(croissant.metadata(facts, held)),
             "datacite.json": _json(deposit.datacite(facts)),
             ".zenodo.json": _json(deposit.zenodo(facts))}
    held["ro-crate-metadata.json"] = _json(crate.metadata(facts, held))
    held["SHA256SUMS"] = inventory.sums(held).encode()
    if len(held) >= MOST:
        raise PackageError(f"the archive would hold {len(held)} files; repositories take "
                           f"fewer than {MOST}")
    return held


def _json(held: dict) -> bytes:
    return (json.dumps(held, indent=1, ensure_ascii=False) + "\n").encode()


def _readme(facts: Facts, held: dict[str, bytes], lock: str) -> dict[str, bytes]:
    text = readme.text(facts, sum(map(len, held.values())), lock)
    source = typeset.document(text, readme.title(facts), facts.report.names)
    noon = datetime.combine(facts.report.released, time(), UTC)
    compiler = Compiler(root=ROOT, timestamp=int(noon.timestamp()))
    return {"README.md": text.encode(), "README.pdf": compiler.compile(source)}


def write(project: Path, folder: Path) -> Path:
    """Write the archive.

    Parameters
    ----------
    project : Path
        Folder of a project that has been built.
    folder : Path
        Receives the archive; a former one of the version is replaced whole.

    Returns
    -------
    Path
        The archive.
    """
    facts = read(project)
    made = inventory.zipped(files(project), facts.report.released, facts.name)
    folder.mkdir(parents=True, exist_ok=True)
    target, part = folder / f"{facts.name}.zip", folder / f"{facts.name}.zip.part"
    part.write_bytes(made)
    return part.replace(target)


def main() -> None:
    """Write the archive of this project below ``_build/`` and say where it is.

    Raises
    ------
    SystemExit
        If it cannot be made.
    """
    try:
        made = write(ROOT, ROOT / "_build" / "package")
    except PackageError as error:
        raise SystemExit(f"package: {error}") from None
    print(f"Archive  {made.relative_to(ROOT)} ({made.stat().st_size / 1e6:.1f} MB)")
    print(f"SHA-256 of the archive: {hashlib.sha256(made.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
