"""UNCTAD: trade in services that can be delivered over a network."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from report.refresh.store import RefreshError, Store

ADDRESS = "https://data360files.worldbank.org/data360-data/data/UNCTAD_DE/{indicator}.csv"
FLOWS = {"exports": "UNCTAD_DE_DIG_SERVTRADE_ANN_EXP",
         "imports": "UNCTAD_DE_DIG_SERVTRADE_ANN_IMP"}
COLUMNS = frozenset("INDICATOR REF_AREA TIME_PERIOD FREQ OBS_VALUE UNIT_MULT".split())


def digital_services(store: Store, economies: pd.DataFrame) -> pd.DataFrame:
    """Exports and imports of digitally deliverable services by year.

    Publisher: UN Trade and Development, as set UNCTAD_DE of World Bank Data360, which gives
    CC BY 4.0 as a rule and other terms for some sets of other publishers; those of this set were
    not seen. No editions: one file an indicator, named by it (``.csv``), with the present state.

    Kept are the economies of table ``economies``.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``flow`` (exports, imports), ``value`` (USD
        million).
    """
    codes = economies.set_index("iso3")["iso2"]
    frames = [read(store.get(f"{name}.csv", ADDRESS.format(indicator=name)), name)
              .assign(flow=flow) for flow, name in FLOWS.items()]
    every = pd.concat(frames, ignore_index=True)
    return every.assign(economy=every["iso3"].map(codes)).dropna(subset="economy")[
        ["economy", "year", "flow", "value"]]


def read(path: Path, indicator: str) -> pd.DataFrame:
    """Yearly observations of one indicator in a file of Data360.

    Returns
    -------
    DataFrame
        ``iso3``, ``year``, ``value`` (millions).

    Raises
    ------
    RefreshError
        If the file has other columns, or other indicators alone.
    """
    found = pd.read_csv(path, keep_default_na=False, na_values=[""])
    if not COLUMNS <= set(found):
        raise RefreshError(f"{path.name} is not a file of World Bank Data360")
    own = found[(found["INDICATOR"] == indicator) & (found["FREQ"] == "A")]
    own = own.dropna(subset=["OBS_VALUE", "UNIT_MULT"])
    if own.empty:
        raise RefreshError(f"{path.name} has no values of {indicator}")
    millions = own["OBS_VALUE"] * 10.0 ** (own["UNIT_MULT"] - 6)
    return pd.DataFrame({"iso3": own["REF_AREA"], "year": own["TIME_PERIOD"].astype(int),
                         "value": millions})
