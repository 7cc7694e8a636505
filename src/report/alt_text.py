"""Alternative texts of pictures."""

from __future__ import annotations

import re

_FILE = re.compile(r"^\S*\.(svg|png|jpe?g|gif|webp|pdf|\*)$|(^|/)_(images|build)/", re.I)


def describes(alt: str | None) -> bool:
    """Whether an alternative text says something, and is not the name of a file.

    Parameters
    ----------
    alt : str or None
        Text as it stands with the picture, None where none does.
    """
    said = (alt or "").strip()
    return bool(said) and not _FILE.search(said) and not said.startswith("<Figure size")
