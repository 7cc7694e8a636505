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
from analysis.measures.chronicle import events_by_period, timeline
from analysis.measures.collaboration import (
    bloc_flows,
    destination_shares,
    log_odds,
    period_share,
    year_and_last,
)
from analysis.measures.governance import ratings
from analysis.measures.independence import by_quantity, by_topic
from analysis.measures.pace import pace, pace_of_fall, yearly_change
from analysis.measures.park import (
    annual,
    derived_rows,
    export_series,
    found,
    growth_table,
    kept,
    left_over,
    production,
    record_rows,
    year_before,
)
from analysis.measures.pay import exchange_rate, pay_table, price_index
from analysis.measures.people import people_by_host, poland_counts, poland_rows, total
from analysis.measures.permits import permit, permit_points, permits_by_host
from analysis.measures.published import as_interval, figure, with_intervals
from analysis.measures.readings import base_before, base_by_reading, compare, hull, tight
from analysis.measures.staff import ratio, remaining, staff_by_year
from analysis.measures.timing import (
    days_between,
    event_table,
    later_share,
    log_gap,
    monthly,
    net_of,
    spans,
)
from analysis.measures.triangulation import it_bounds, it_estimates, it_staff

__all__ = [
    "annual",
    "as_interval",
    "base_before",
    "base_by_reading",
    "bloc_flows",
    "by_quantity",
    "by_topic",
    "change_of_last_year",
    "compare",
    "days_between",
    "decimal_year",
    "derived_rows",
    "destination_shares",
    "donor_pool",
    "donor_pools",
    "event_table",
    "events_by_period",
    "exchange_rate",
    "export_series",
    "figure",
    "found",
    "growth_table",
    "hull",
    "index_to",
    "it_bounds",
    "it_estimates",
    "it_staff",
    "kept",
    "later_share",
    "left_over",
    "log_gap",
    "log_odds",
    "log_outcomes",
    "monthly",
    "net_of",
    "pace",
    "pace_of_fall",
    "pay_table",
    "people_by_host",
    "period_share",
    "permit",
    "permit_points",
    "permits_by_host",
    "poland_counts",
    "poland_rows",
    "price_index",
    "production",
    "rank_from_below",
    "ratings",
    "ratio",
    "record_rows",
    "remaining",
    "spans",
    "staff_by_year",
    "tight",
    "timeline",
    "total",
    "wide",
    "with_intervals",
    "with_quarter",
    "year_and_last",
    "year_before",
    "yearly_change",
]
