"""World Bank: development and governance indicators."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pandas as pd

from report.refresh.store import RefreshError, Store

ADDRESS = "https://api.worldbank.org/v2/en/indicator/{indicator}?downloadformat=csv"
GOVERNANCE = 3  # number of the source of governance indicators; the default is 2, development
UNITS = {"BX.GSR.CCIS.CD": "current US$", "BX.GSR.NFSV.CD": "current US$",
         "FP.CPI.TOTL.ZG": "percent", "NY.GDP.MKTP.CD": "current US$",
         "PA.NUS.FCRF": "local currency units per US$", "SP.POP.TOTL": "persons"}
ICT = "BX.GSR.CCIS.CD"
ASPECTS = ("CC", "GE", "PV", "RL", "RQ", "VA")


def macro(store: Store, economies: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """Service exports, GDP, inflation, exchange rate and population of Belarus and peers.

    Publisher: World Bank, World Development Indicators, CC BY 4.0. No editions: the interface
    gives the present state, and past vintages differ by indicator. One archive an indicator, as
    behind the button "CSV" of its page, named by the indicator: ``SP.POP.TOTL.zip``.

    Economies and the first year are those of the present table.

    Parameters
    ----------
    store : Store
    economies : DataFrame
        Table ``economies``, which has both codes.
    kept : DataFrame
        Present table.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``indicator``, ``value``, ``unit``.
    """
    frames = [_series(store, indicator, indicator, economies, kept).assign(unit=unit)
              for indicator, unit in UNITS.items()]
    return pd.concat(frames, ignore_index=True)


def ict_exports(store: Store, economies: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """Exports of information and communication services of all economies.

    Publisher and archive as for `macro`, which has the same series for Belarus and its peers from
    2005 on. Economies and the first year are those of the present table.

    Returns
    -------
    DataFrame
        ``economy`` (ISO 3166-1 alpha-2), ``year``, ``value`` (current US$).
    """
    return _series(store, ICT, ICT, economies, kept)[["economy", "year", "value"]]


def governance_wgi(store: Store, economies: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """Estimates of the six Worldwide Governance Indicators.

    Publisher: World Bank, Worldwide Governance Indicators, CC BY 4.0. Yearly editions revise all
    years; the interface gives the present one. Archives as for `macro`, named
    ``GOV_WGI_CC.EST.zip`` and so on. Aggregates of perceptions with a standard error.

    Returns
    -------
    DataFrame
        ``economy``, ``year``, ``indicator`` (``CC.EST`` ...), ``value`` (standard normal units).
    """
    frames = [_series(store, f"GOV_WGI_{a}.EST", f"{a}.EST", economies, kept) for a in ASPECTS]
    return pd.concat(frames, ignore_index=True)


def _series(store: Store, indicator: str, name: str, economies: pd.DataFrame,
            kept: pd.DataFrame) -> pd.DataFrame:
    source = f"&source={GOVERNANCE}" if indicator.startswith("GOV_") else ""
    url = ADDRESS.format(indicator=indicator) + source
    found = read(store.get(f"{indicator}.zip", url), indicator)
    codes = economies.set_index("iso3")["iso2"]
    found["economy"] = found["Country Code"].map(codes)
    wanted = found["economy"].isin(kept["economy"]) & (found["year"] >= kept["year"].min())
    return found.loc[wanted, ["economy", "year", "value"]].assign(indicator=name)


def read(path: Path, indicator: str) -> pd.DataFrame:
    """Observations of one indicator, from the archive or from the CSV in it.

    Raises
    ------
    RefreshError
        If the file is neither, or holds another indicator.
    """
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = [n for n in archive.namelist() if n.startswith("API_")]
            content = archive.read(names[0]) if names else b""
    text = content.decode("utf-8-sig", errors="replace")
    head = re.search(r'^"?Country Name"?,', text, re.M)
    if head is None:
        raise RefreshError(f"{path.name} is not a table of indicators of the World Bank")
    wide = pd.read_csv(io.StringIO(text[head.start():]), keep_default_na=False, na_values=[""])
    if set(wide["Indicator Code"]) != {indicator}:
        raise RefreshError(f"{path.name} holds {wide['Indicator Code'].iloc[0]}, not {indicator}")
    years = [c for c in wide.columns if c.isdigit()]
    long = wide.melt("Country Code", years, "year", "value").dropna(subset="value")
    return long.assign(year=long["year"].astype(int))
