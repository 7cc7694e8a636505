"""Hires and leavers in information and communication (section J), by period."""

from __future__ import annotations

import pandas as pd

from report.published import figure

_PERIODS = (
    {"key": "2022-01to02", "period": "January and February 2022",
     "hires": "sectionj.hires-2022-01to2022-02-nashaniva2023a",
     "leavers": "sectionj.leavers-2022-01to2022-02-nashaniva2023a"},
    {"key": "2022-01to07", "period": "January to July 2022",
     "hires": "sectionj.hires-2022-01to2022-07-zerkalo2022b",
     "leavers": "sectionj.leavers-2022-01to2022-07-zerkalo2022b"},
    {"key": "2022", "period": "2022, annual statistics",
     "hires": "sectionj.hires-2022-bic2023a", "leavers": "sectionj.leavers-2022-bic2023a"},
    {"key": "2023-01to02", "period": "January and February 2023",
     "hires": "sectionj.hires-2023-01to2023-02-euroradio2023f",
     "leavers": "sectionj.leavers-2023-01to2023-02-euroradio2023f"},
)


def hires_and_leavers(published: pd.DataFrame) -> pd.DataFrame:
    """Hires, leavers and their balance in each period that was published.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        ``key``, ``period`` (in words), ``hires``, ``leavers`` and ``net`` (persons).
    """
    flows = [row | {kind: figure(published, row[kind]).value for kind in ("hires", "leavers")}
             for row in _PERIODS]
    frame = pd.DataFrame(flows)
    return frame.assign(net=frame["hires"] - frame["leavers"])
