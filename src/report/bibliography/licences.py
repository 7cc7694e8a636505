"""Names and addresses of licences."""

from __future__ import annotations

from collections.abc import Sequence

_KNOWN = {
    "CC-BY-4.0": ("Creative Commons Attribution 4.0 International (CC BY 4.0)",
                  "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)",
                     "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "MIT": ("MIT License", "https://opensource.org/license/mit"),
    "Apache-2.0": ("Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
}


def name(spdx: str) -> str:
    """Name of a licence in full.

    Parameters
    ----------
    spdx : str
        Its name in the list of SPDX, which stands for one that is not known here.
    """
    return _KNOWN[spdx][0] if spdx in _KNOWN else spdx


def address(spdx: str) -> str:
    """Address of the text of a licence.

    Parameters
    ----------
    spdx : str
        Its name in the list of SPDX.
    """
    return _KNOWN[spdx][1] if spdx in _KNOWN else f"https://spdx.org/licenses/{spdx}.html"


def of_text(licences: Sequence[str]) -> str:
    """The licence among those of a report that is about its text: one of Creative Commons.

    Parameters
    ----------
    licences : sequence of str
        In the order given; the first where none is of Creative Commons.

    Raises
    ------
    ValueError
        If none is given.
    """
    if not licences:
        raise ValueError("the report names no licence")
    return next((spdx for spdx in licences if spdx.startswith("CC")), licences[0])
