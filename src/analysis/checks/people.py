"""Checks on people who left: registers, specialists, surveys of emigrants."""

from __future__ import annotations

import pandas as pd

from analysis.checks.customs import DOUBLED, MASS, OF_ONE_SIZE, TENTH
from analysis.measures.people import TOGETHER
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence
from report.text import digits

MAIN_HOSTS = ("PL", "LT", "DE")
# Year after that of the election.
AFTER_ELECTION = 2021


def _registers_doubled(e: Evidence) -> Outcome:
    rows = e.table("exodus-counts")
    return Outcome(result=f"{span(rows['times'], '.1f')} times",
                   tests=by_row(rows, "key", rows["times"] >= DOUBLED))


def _narrow_wide(e: Evidence) -> Outcome:
    rows = e.table("exodus-people")
    rows = rows[rows["key"] != TOGETHER]
    ratio = rows["wide_high"] / rows["narrow_low"]
    return Outcome(result=f"wide over narrow {span(ratio, '.1f')}",
                   tests=by_row(rows, "key", ratio <= 1 + TENTH))


def _specialists_bounded(e: Evidence) -> Outcome:
    low, high = e.value("exodus.it.lower"), e.value("exodus.it.upper")
    return Outcome(result=f"{span([low, high], ',.0f')} persons",
                   tests={"factor": high / low <= OF_ONE_SIZE})


def _mass_departure(e: Evidence) -> Outcome:
    """Each bound against the largest number of specialists counted before."""
    staff = e.interval("exodus.it.staff").high
    left = {"lower-bound": e.value("exodus.it.lower"), "upper-bound": e.value("exodus.it.upper")}
    shares = {name: 100 * count / staff for name, count in left.items()}
    return Outcome(result=f"{span(shares.values())}% of specialists",
                   tests={name: share >= MASS for name, share in shares.items()})


def _mass_weakest(e: Evidence) -> Outcome:
    """The lower bound under the weakest assumptions."""
    share = 100 * e.value("exodus.it.weakest.lower") / e.interval("exodus.it.staff").high
    return Outcome(result=f"{digits(share, '.0f')}% of specialists",
                   tests={"lower-bound": share >= MASS})


def _fewer_hires(e: Evidence) -> Outcome:
    balance = e.value("exodus.sectionj.net2022")
    others = {row["key"]: row["net"] < 0 for row in e.rows("exodus-staff") if row["key"] != "2022"}
    return Outcome(result=f"{digits(balance, ',.0f')} persons", tests={"2022": balance < 0},
                   elsewhere=others)


def _permits_rose(e: Evidence) -> Outcome:
    rise = _rise(e)
    faster = rise > rise.shift()
    others = {f"{host}-{year}": agrees for (year, host), agrees in faster.stack().items()
              if year != AFTER_ELECTION and rise[host].shift().notna()[year]}
    return Outcome(result=f"{span(rise.loc[AFTER_ELECTION], ',.0f')} more, before "
                          f"{span(rise.loc[AFTER_ELECTION - 1], ',.0f')}",
                   tests=faster.loc[AFTER_ELECTION].to_dict(), elsewhere=others)


def _rise(e: Evidence) -> pd.DataFrame:
    """Rise of valid permits on the year before, by year and main host."""
    held = e.table("exodus-permits").pivot(index="year", columns="key", values="persons")
    held = held.rename(columns=lambda key: key.removeprefix("valid/"))
    return held[list(MAIN_HOSTS)].dropna().diff()


def _visas_before_invasion(e: Evidence) -> Outcome:
    """People who had entered on visas for the sector, their families included."""
    entered = e.figure("visas.pbh.entries-2020-08-18to2021-12-rmf242021")
    share = 100 * entered / e.interval("exodus.it.staff").high
    return Outcome(result=f"{digits(entered, ',.0f')} people with families, "
                          f"{digits(share, '.0f')}% of specialists",
                   tests={"end-of-2021": share >= MASS})


def _first_wave(e: Evidence) -> Outcome:
    """The share of those asked, of the least number of specialists and over the largest."""
    staff = e.interval("exodus.it.staff")
    share = e.reading("survey.left.share-2021-04-odessanews2021").low * staff.low / staff.high
    return Outcome(result=f"{digits(share, '.0f')}% of specialists",
                   tests={"early-2021": share >= MASS})


CHECKS = (
    Check(id="exodus-registers-doubled", chapter="exodus", exhibit="tab-exodus-counts",
          asks="All registers of people at least doubled",
          fails_if="a register less than doubled",
          test=_registers_doubled),
    Check(id="exodus-narrow-wide", chapter="exodus", exhibit="tab-exodus-people",
          asks="Narrow and wide count of each host differ by less than a tenth",
          fails_if="the wide count of a host is over a tenth above the narrow one",
          test=_narrow_wide),
    Check(id="exodus-specialists-bounded", chapter="exodus", exhibit="tab-exodus-bounds",
          asks="Bounds of the specialists who left lie within a factor of two",
          fails_if="the upper bound is more than twice the lower one",
          test=_specialists_bounded),
    Check(id="exodus-mass-departure", exhibit="tab-exodus-bounds",
          asks="About a tenth of specialists left, or more, by every bound",
          fails_if="a bound over the largest count of specialists is below a twentieth",
          test=_mass_departure),
    Check(id="exodus-mass-weakest", exhibit="tab-exodus-bounds",
          asks="About a tenth left, or more, under the weakest assumptions",
          fails_if="the lower bound over the largest count of specialists is below a twentieth",
          test=_mass_weakest),
    Check(id="exodus-fewer-hires", exhibit="tab-exodus-staff",
          asks="Fewer people were hired than left in 2022",
          fails_if="hires of 2022 reach leavers",
          test=_fewer_hires),
    Check(id="exodus-permits-rose", exhibit="fig-exodus-permits",
          asks="Valid permits rose faster in 2021 than in 2020, in each main host",
          fails_if="valid permits of a main host rose by less in 2021 than in 2020",
          test=_permits_rose),
    Check(id="exodus-visas-before-invasion", exhibit="",
          asks="Before 2022 about a tenth of specialists, or more, entered Poland on visas for the "
               "sector",
          fails_if="those who entered, with families, are below a twentieth of all specialists",
          test=_visas_before_invasion),
    Check(id="exodus-first-wave", exhibit="",
          asks="The survey of early 2021 finds about a tenth of specialists gone, or more",
          fails_if="the share of those asked is below a twentieth of all specialists",
          test=_first_wave),
)
