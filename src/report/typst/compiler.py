"""Typst source compiled to a PDF that is tagged for screen readers and fit for an archive."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import typst
from sphinx.errors import ExtensionError
from sphinx.util import logging

logger = logging.getLogger(__name__)

# PDF/UA-1 for screen readers; PDF/A-3a, an archive that may carry its data.
STANDARDS = ["a-3a", "ua-1"]


@dataclass(frozen=True)
class Compiler:
    """Compiler of one book.

    Attributes
    ----------
    root : Path
        Folder that it may read.
    timestamp : int
        Second that the PDF gives as its own.
    """

    root: Path
    timestamp: int

    def write(self, source: str, target: Path, files: Iterable[Path] = ()) -> None:
        """Write a PDF, unless the one at hand was made from the same.

        Parameters
        ----------
        source : str
            Typst markup.
        target : Path
            PDF; beside it stands the hash of all that it was made from, with the ending
            ``.sha256``.
        files : iterable of Path
            Pictures and attachments that the source names.

        Raises
        ------
        ExtensionError
            See `compile`; the source is then left beside the target, with the ending ``.typ``.
        """
        files, stamp = list(files), target.with_suffix(".sha256")
        if target.exists() and stamp.exists() \
                and stamp.read_text() == self._digest(source, files, target):
            logger.info("typst: %s is up to date", target.name)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            target.write_bytes(self.compile(source))
        except ExtensionError:
            target.with_suffix(".typ").write_text(source, encoding="utf-8")
            raise
        stamp.write_text(self._digest(source, files, target))

    def compile(self, source: str) -> bytes:
        """Compile a source.

        Parameters
        ----------
        source : str
            Typst markup.

        Raises
        ------
        ExtensionError
            With the compiler's own words, such as a character that no font has, a formula that
            it cannot read, or what PDF/UA-1 forbids.
        """
        compiler = typst.Compiler(root=str(self.root), ignore_system_fonts=True)
        try:
            data, warnings = compiler.compile_with_warnings(
                source.encode(), format="pdf", pdf_standards=STANDARDS, timestamp=self.timestamp)
        except typst.TypstError as error:
            raise ExtensionError(f"the PDF cannot be made: {error.diagnostic}") from error
        for warning in warnings:
            logger.warning("typst: %s", warning.diagnostic)
        return data

    def _digest(self, source: str, files: list[Path], target: Path) -> str:
        """Hash of all that a PDF is made from, and of the PDF itself."""
        state = hashlib.sha256(f"{typst.__version__} {STANDARDS} {self.timestamp}".encode())
        for part in (source.encode(), *(path.read_bytes() for path in files)):
            state.update(hashlib.sha256(part).digest())
        made = hashlib.sha256(target.read_bytes())
        return f"{state.hexdigest()} {made.hexdigest()}\n"
