"""Quantities that the chapters speak of, computed from tables."""

from analysis.measures.activity import (
    change_of_last_year,
    decimal_year,
    donor_pool,
    donor_pools,
    index_to,
    log_outcomes,
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
from analysis.measures.governance import ratings
from analysis.measures.pace import pace, pace_of_fall, yearly_change
from analysis.measures.people import people_by_host, poland_counts, poland_rows, total
from analysis.measures.permits import permit, permit_points, permits_by_host
from analysis.measures.published import as_interval, figure, with_intervals
from analysis.measures.triangulation import it_bounds, it_estimates, it_staff

__all__ = [
    "as_interval",
    "bloc_flows",
    "change_of_last_year",
    "decimal_year",
    "destination_shares",
    "donor_pool",
    "donor_pools",
    "figure",
    "index_to",
    "it_bounds",
    "it_estimates",
    "it_staff",
    "log_odds",
    "log_outcomes",
    "pace",
    "pace_of_fall",
    "people_by_host",
    "period_share",
    "permit",
    "permit_points",
    "permits_by_host",
    "poland_counts",
    "poland_rows",
    "rank_from_below",
    "ratings",
    "total",
    "wide",
    "with_intervals",
    "with_quarter",
    "year_and_last",
    "yearly_change",
]
