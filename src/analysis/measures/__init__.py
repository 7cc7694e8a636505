"""Quantities that the chapters speak of, computed from tables."""

from analysis.measures.activity import (
    change_of_last_year,
    decimal_year,
    donor_pool,
    index_to,
    rank_from_below,
    wide,
    with_quarter,
)
from analysis.measures.collaboration import (
    bloc_flows,
    destination_shares,
    log_odds,
    period_share,
    year_and_last,
)
from analysis.measures.permits import (
    permit,
    permits_by_host,
)
from analysis.measures.published import (
    as_interval,
    figure,
    with_intervals,
)

__all__ = [
    "as_interval",
    "bloc_flows",
    "change_of_last_year",
    "decimal_year",
    "destination_shares",
    "donor_pool",
    "figure",
    "index_to",
    "log_odds",
    "period_share",
    "permit",
    "permits_by_host",
    "rank_from_below",
    "wide",
    "with_intervals",
    "with_quarter",
    "year_and_last",
]
