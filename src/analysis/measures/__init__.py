"""Quantities that the chapters speak of, computed from tables.

A module is imported when one of its functions is first asked for [1]_: a chapter rests on what it
uses, and is not executed again when another quantity changes.

References
----------
.. [1] Python Software Foundation. PEP 562: Module __getattr__ and __dir__.
"""

from importlib import import_module

_HOMES = {
    "activity": "change_of_last_year change_of_year decimal_year index_to "
                "rank_from_below wide with_quarter",
    "chronicle": "events_by_period landmarks timeline",
    "age_structure": "estimate_of_the_un generation_change host_changes population_change "
                     "changes_since",
    "assumptions": "REPORTED SETTINGS Switches",
    "collaboration": "bloc_flows destination_shares log_odds period_share year_and_last",
    "digital_services": "digital_change digital_index digital_trade",
    "gap_split": "split_gap",
    "coverage": "coverage_by_year growth_split jobs_admitted",
    "donors": "complete_pools intensity_spread screen_donors screened_pools",
    "governance": "ratings",
    "languages": "languages_by_year lowest_of_all",
    "identification": "effects identify kept_by_hosts",
    "inclusion": "included inventory",
    "independence": "by_quantity by_topic",
    "jobs": "jobs_lost outflow",
    "park": "annual derived_rows export_series found growth_table kept left_over production "
            "record_rows year_before",
    "pay": "exchange_rate pay_table price_index",
    "people": "change people_by_host rounded total",
    "permits": "between_years grown_most permit permit_points permits_by_host permits_by_year "
               "stock_by_host",
    "pools": "donor_pool donor_pools own_pools receiving_hosts smaller_than",
    "pushers": "change_by_language complete_economies peak_over_base pushers_all_licences "
               "pushers_by_licence pushes_per_pusher quarters_against_base sums_against_base",
    "readings": "base_before base_by_reading compare hull tight",
    "registered": "registered_migration unpublished_years",
    "registers": "decisions_by_year documents_on poland_counts poland_figures protected_by_year "
                 "register_growth",
    "routes": "ROUTES route_table",
    "scholars": "scholars_by_year side_by_side",
    "section_j": "hires_and_leavers",
    "slowdown": "pace_of_fall pace_of_growth paces",
    "specialists": "bound_table it_staff",
    "staff": "ratio remaining staff_by_year",
    "timing": "days_between event_table later_share log_gap monthly net_of spans",
    "work": "against_base change_of_quarter complete_logs log_flow relative_to work_levels",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
