"""How far published figures confirm each other: quantities, copies and origins."""

from __future__ import annotations

import pandas as pd

QUANTITY = ["indicator", "geography", "period"]
TOPICS = {"companies": "Single companies", "estimates": "Estimates of emigrants",
          "hosts": "Registers of hosts", "insurance": "Social insurance", "park": "The park",
          "sector": "The sector", "staff_flows": "Hires and leavers", "surveys": "Surveys",
          "visas": "Visas"}


def by_quantity(published: pd.DataFrame) -> pd.DataFrame:
    """Figures, sources and origins of every quantity that was published.

    A quantity is one indicator of one geography in one period. Figures that repeat one release
    share an origin; only figures of different origins can confirm each other.

    Parameters
    ----------
    published : DataFrame
        Table of this name.

    Returns
    -------
    DataFrame
        One row a quantity: ``topic``, ``figures``, ``sources``, ``origins`` (counts).
    """
    groups = published.groupby(QUANTITY, sort=False)
    return groups.agg(topic=("topic", "first"), figures=("figure", "size"),
                      sources=("source", "nunique"), origins=("origin", "nunique")).reset_index()


def by_topic(published: pd.DataFrame) -> pd.DataFrame:
    """The same counts by topic, with the origin that most figures of a topic go back to.

    Returns
    -------
    DataFrame
        ``topic`` (name), ``figures``, ``sources``, ``origins``, ``quantities``, ``confirmed``
        (quantities with figures of two origins or more) and ``largest`` (percent of the figures
        that share the most frequent origin), by number of figures.

    Raises
    ------
    KeyError
        If a topic has no name in `TOPICS`.
    """
    quantities = by_quantity(published)
    groups = published.groupby("topic")
    found = pd.DataFrame({
        "figures": groups.size(), "sources": groups["source"].nunique(),
        "origins": groups["origin"].nunique(),
        "quantities": quantities.groupby("topic").size(),
        "confirmed": (quantities["origins"] > 1).groupby(quantities["topic"]).sum(),
        "largest": 100 * groups["origin"].agg(lambda o: o.value_counts(normalize=True).iloc[0])})
    found = found.sort_values("figures", ascending=False).reset_index()
    return found.assign(topic=[TOPICS[topic] for topic in found["topic"]])
