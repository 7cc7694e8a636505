"""Quantities that the chapters speak of, computed from tables.

A module is imported when one of its functions is first asked for [1]_: a chapter rests on what it
uses, and is not executed again when another quantity changes.

References
----------
.. [1] Python Software Foundation. PEP 562: Module __getattr__ and __dir__.
"""

from importlib import import_module

_HOMES = {
    "activity": "change_of_last_year decimal_year donor_pool donor_pools index_to log_outcomes "
                "rank_from_below wide with_quarter",
    "chronicle": "events_by_period timeline",
    "collaboration": "bloc_flows destination_shares log_odds period_share year_and_last",
    "donors": "intensity_spread screen_donors",
    "governance": "ratings",
    "independence": "by_quantity by_topic",
    "pace": "pace_of_fall pace_of_growth yearly_change",
    "park": "annual derived_rows export_series found growth_table kept left_over production "
            "record_rows year_before",
    "pay": "exchange_rate pay_table price_index",
    "people": "people_by_host poland_counts poland_rows total",
    "permits": "permit permit_points permits_by_host",
    "published": "as_interval figure with_intervals",
    "readings": "base_before base_by_reading compare hull tight",
    "staff": "ratio remaining staff_by_year",
    "timing": "days_between event_table later_share log_gap monthly net_of spans",
    "triangulation": "it_bounds it_estimates it_staff",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
