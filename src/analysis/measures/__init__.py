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
    "chronicle": "ELECTION INVASION events_by_period landmarks timeline",
    "age_structure": "estimate_of_the_un generation_change host_changes population_change "
                     "changes_since",
    "companies": "companies_that_shrank",
    "assumptions": "REPORTED SETTINGS Switches",
    "destinations": "destination_shares flows_from four_quarter_shares log_odds log_ratios "
                    "period_flows reached_by_bloc year_and_last",
    "digital_services": "digital_change digital_index digital_trade of_like_size rank_of_change",
    "export_growth": "fastest_growth growth_leaders growth_records",
    "gdp_share": "gdp_shares longer_than spans",
    "gap_split": "split_gap",
    "coverage": "coverage_by_year coverage_lines growth_split jobs_admitted",
    "donors": "complete_pools intensity_spread screen_donors screened_pools",
    "governance": "ratings",
    "handle": "park_exports",
    "languages": "languages_by_year lowest_of_all",
    "identification": "effects identify kept_by_hosts",
    "inclusion": "included inventory",
    "independence": "by_quantity by_topic",
    "jobs": "jobs_lost outflow",
    "lines": "quarterly_lines smooth_and_single",
    "macro": "indexed usd_million",
    "market_accounts": "ExportShares account_readings account_steps accounts_by_market",
    "market_definitions": "shares_by_definition",
    "market_shares": "printed_shares",
    "net_hiring": "monthly net_flows net_hiring net_of",
    "peer_index": "beside_peers",
    "park": "annual export_points export_record export_series growth_by_year growth_table "
            "whole_years",
    "park_record": "OLD_ROUBLES in_new_roubles park_production record_by_panel",
    "partners": "changes_by_partner incoming lasting_and_mutual",
    "pay": "exchange_rate pay_by_period pay_rows pay_table price_index real_growth",
    "people": "people_by_host rounded total",
    "permits": "between_years grown_most permit permit_points permits_by_host permits_by_year "
               "stock_by_host",
    "pools": "donor_pool donor_pools own_pools receiving_hosts smaller_than",
    "pushers": "change_by_language complete_economies peak_over_base pushers_all_licences "
               "pushers_by_licence pushes_per_pusher quarters_against_base sums_against_base",
    "readings": "base_readings tight",
    "recovery": "RECOVERY_LINES RecoveryBase recovery_grid required_and_seen",
    "registered": "registered_migration unpublished_years",
    "registers": "decisions_by_year documents_on poland_counts poland_figures protected_by_year "
                 "register_growth",
    "relative_flows": "path_panels paths_by_market size_rank",
    "routes": "ROUTES route_table",
    "scholars": "scholars_by_year side_by_side",
    "section_j": "hires_and_leavers",
    "sector_accounts": "before_and_after value_added",
    "services_share": "services_shares",
    "share_changes": "changes_by_bloc odds_changes odds_changes_named "
                     "yearly_growth",
    "slowdown": "pace_of_fall pace_of_growth paces",
    "source_conflicts": "conflict_figures conflicts",
    "specialists": "bound_table it_staff",
    "staff": "grown_to_2022 headcounts staff_by_year staff_concepts staff_left",
    "statement_pairs": "compared_statements statement_pairs",
    "timing": "days_between event_table first_figures log_gap",
    "work": "against_base change_of_quarter complete_logs log_flow relative_to work_levels",
}
_HOME = {name: module for module, names in _HOMES.items() for name in names.split()}
__all__ = list(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
