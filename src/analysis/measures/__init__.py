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
    "chronicle": "events_by_period landmarks timeline",
    "age_structure": "estimate_of_the_un generation_change host_changes population_change "
                     "changes_since",
    "companies": "companies_that_shrank",
    "collaboration": "bloc_flows destination_shares log_odds period_share year_and_last",
    "digital_services": "digital_change digital_index digital_trade",
    "gdp_share": "gdp_shares later_share longer_than spans",
    "gap_split": "split_gap",
    "coverage": "coverage_by_year growth_split jobs_admitted",
    "governance": "ratings",
    "independence": "by_quantity by_topic",
    "macro": "indexed usd_million",
    "net_hiring": "monthly net_flows net_hiring net_of",
    "pace": "pace_of_fall pace_of_growth yearly_change",
    "park": "after_country annual export_points export_series growth_by_year growth_table "
            "whole_years",
    "park_record": "OLD_ROUBLES in_new_roubles park_production record_by_panel",
    "pay": "exchange_rate pay_by_period pay_rows pay_table price_index real_growth",
    "people": "people_by_host poland_counts poland_rows total",
    "permits": "permit permit_points permits_by_host",
    "pushers": "change_by_language complete_economies peak_over_base pushers_all_licences "
               "pushers_by_licence pushes_per_pusher quarters_against_base sums_against_base",
    "readings": "base_readings tight",
    "registered": "registered_migration unpublished_years",
    "scholars": "scholars_by_year side_by_side",
    "sector_accounts": "before_and_after value_added",
    "services_share": "exports_by_share services_shares",
    "source_conflicts": "conflict_figures conflicts",
    "staff": "staff_by_year staff_concepts staff_left",
    "statement_pairs": "compared_statements statement_pairs",
    "timing": "days_between event_table first_figures log_gap",
    "triangulation": "it_bounds it_estimates it_staff",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
