"""Quarterly series as the lines of a figure."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from analysis.measures.activity import decimal_year


def quarterly_lines(wide: pd.DataFrame, names: Mapping[str, str], series: str,
                    value: str) -> pd.DataFrame:
    """Long table of some columns, one row a point.

    Parameters
    ----------
    wide : DataFrame
        Quarters as rows.
    names : mapping
        Columns that are kept, in order, and the names of their lines.
    series, value : str
        Columns of the result that hold the name of the line and the value.

    Returns
    -------
    DataFrame
        ``key`` (column of `wide`), ``year`` (start of the quarter), `series`, `value`.
    """
    long = wide[list(names)].assign(year=decimal_year(wide.index)).melt(
        id_vars="year", var_name="key", value_name=value)
    return long.assign(**{series: long["key"].map(names)})[["key", "year", series, value]]


def smooth_and_single(smooth: pd.DataFrame, single: pd.DataFrame, names: Mapping[str, str],
                      series: str, value: str) -> pd.DataFrame:
    """Lines of sums over four quarters, and those of single quarters behind them.

    Parameters
    ----------
    smooth, single : DataFrame
        Quarters as rows.
    names, series, value
        See `quarterly_lines`.

    Returns
    -------
    DataFrame
        As `quarterly_lines` gives it; keys of single quarters end in ``/quarter``, their names in
        ``, quarter``.
    """
    behind = quarterly_lines(single, names, series, value)
    behind = behind.assign(**{"key": behind["key"] + "/quarter",
                              series: behind[series] + ", quarter"})
    return pd.concat([quarterly_lines(smooth, names, series, value), behind], ignore_index=True)
