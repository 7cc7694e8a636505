"""Labels that links of the book lead to: those of tables, of their rows and of numbers."""

from __future__ import annotations

import re


def table(name: str) -> str:
    """Label of the description of a table.

    Parameters
    ----------
    name : str
        Name of the table in ``datapackage.json``.

    Examples
    --------
    >>> table("github_activity")
    'table-github-activity'
    """
    return f"table-{name.replace('_', '-')}"


def row(name: str) -> str:
    """Label of a row on the page that lists the rows.

    Parameters
    ----------
    name : str
        Name of the row, or pattern for several; see `report.rows`.

    Examples
    --------
    >>> row("permits:EU27/2019/valid"), row("macro:*")
    ('row-permits-eu27-2019-valid', 'row-macro-all')
    """
    return "row-" + re.sub(r"[^a-z0-9]+", "-", name.lower().replace("*", "all")).strip("-")


def number(name: str) -> str:
    """Label of a number on the page that lists them all.

    Parameters
    ----------
    name : str
        Id of the number.

    Examples
    --------
    >>> number("pivot.collab.us.break")
    'number-pivot-collab-us-break'
    """
    return "number-" + name.replace(".", "-").replace("_", "-").lower()


def to_table(name: str, shown: str = "") -> str:
    """MyST link to the description of a table.

    Parameters
    ----------
    name : str
        Name of the table.
    shown : str
        Words of the link; the name where there are none.
    """
    return f"[{shown or name}](#{table(name)})"


def to_row(name: str) -> str:
    """MyST link to a row, by its name.

    Parameters
    ----------
    name : str
        Name of the row, or pattern for several.
    """
    return f"[`{name}`](#{row(name)})"


def to_number(name: str) -> str:
    """MyST link to the entry of a number, by its id.

    Parameters
    ----------
    name : str
        Id of the number.
    """
    return f"[`{name}`](#{number(name)})"
