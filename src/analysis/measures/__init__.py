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
    change_of_ties,
    destination_shares,
    log_odds,
    pair_panel,
    period_share,
    year_and_last,
)
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
from analysis.measures.pay import (
    exchange_rate,
    pay_table,
    price_index,
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
from analysis.measures.readings import (
    base_before,
    base_by_reading,
    compare,
    hull,
    tight,
)
from analysis.measures.staff import (
    ratio,
    remaining,
    staff_by_year,
)
from analysis.measures.timing import (
    days_between,
    event_table,
    later_share,
    log_gap,
    monthly,
    net_of,
    spans,
)

__all__ = [
    "annual",
    "as_interval",
    "base_before",
    "base_by_reading",
    "bloc_flows",
    "change_of_last_year",
    "change_of_ties",
    "compare",
    "days_between",
    "decimal_year",
    "derived_rows",
    "destination_shares",
    "donor_pool",
    "event_table",
    "exchange_rate",
    "export_series",
    "figure",
    "found",
    "growth_table",
    "hull",
    "index_to",
    "kept",
    "later_share",
    "left_over",
    "log_gap",
    "log_odds",
    "monthly",
    "net_of",
    "pair_panel",
    "pay_table",
    "period_share",
    "permit",
    "permits_by_host",
    "price_index",
    "production",
    "rank_from_below",
    "ratio",
    "record_rows",
    "remaining",
    "spans",
    "staff_by_year",
    "tight",
    "wide",
    "with_intervals",
    "with_quarter",
    "year_and_last",
    "year_before",
]
