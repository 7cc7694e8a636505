"""Checks on people who left: registers, specialists, surveys of emigrants."""

from __future__ import annotations

from analysis.checks.customs import DOUBLED, MANY, MASS, OF_ONE_SIZE, TENTH
from analysis.measures.people import TOGETHER
from report.checks import Check, Outcome, by_row, span
from report.evidence import Evidence
from report.text import digits

MAIN_HOSTS = ("PL", "LT", "DE")


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
                   tests={name: share > MASS for name, share in shares.items()})


def _fewer_hires(e: Evidence) -> Outcome:
    balance = e.value("exodus.sectionj.net2022")
    return Outcome(result=f"{digits(balance, ',.0f')} persons", tests={"2022": balance < 0})


def _permits_rose(e: Evidence) -> Outcome:
    rows = e.table("exodus-permits").pivot(index="year", columns="key", values="persons")
    rise = {host: rows[f"valid/{host}"][2021] / rows[f"valid/{host}"][2020]
            for host in MAIN_HOSTS}
    return Outcome(result=f"{span(rise.values(), '.1f')} times",
                   tests={name: times > 1 for name, times in rise.items()})


def _first_wave(e: Evidence) -> Outcome:
    """The share of those asked, of the least number of specialists and over the largest."""
    staff = e.interval("exodus.it.staff")
    share = e.reading("survey.left.share-2021-04-odessanews2021").low * staff.low / staff.high
    return Outcome(result=f"{digits(share, '.0f')}% of specialists",
                   tests={"early-2021": share > MASS})


def _would_return(e: Evidence) -> dict[str, float]:
    return {"2022": e.figure("survey.emigrants.return.share-2022-10-svaboda2023a"),
            "2024": e.figure("survey.emigrants.return.share-2024-czaswschodni2024")}


def _return_interest(e: Evidence) -> Outcome:
    would = _would_return(e)
    return Outcome(result=f"{span(would.values())}% would return",
                   tests={year: share >= MANY for year, share in would.items()})


def _return_majority(e: Evidence) -> Outcome:
    would = _would_return(e)
    stay = {"2022": e.figure("survey.emigrants.noreturn.share-2022-10-svaboda2023a"),
            "2024": e.figure("survey.emigrants.noreturn.share-2024-czaswschodni2024")}
    return Outcome(
        result="; ".join(f"{digits(would[year], '.0f')} against {digits(stay[year], '.0f')}% in "
                         f"{year}" for year in stay),
        tests={year: would[year] > stay[year] for year in stay})


CHECKS = (
    Check(id="exodus-registers-doubled", chapter="exodus", exhibit="tab-exodus-counts",
          asks="All registers of people at least doubled", test=_registers_doubled),
    Check(id="exodus-narrow-wide", chapter="exodus", exhibit="tab-exodus-people",
          asks="Narrow and wide count of each host differ by less than a tenth",
          test=_narrow_wide),
    Check(id="exodus-specialists-bounded", chapter="exodus", exhibit="tab-exodus-bounds",
          asks="Bounds of the specialists who left lie within a factor of two",
          test=_specialists_bounded),
    Check(id="exodus-mass-departure", exhibit="tab-exodus-bounds",
          asks="More than a tenth of specialists left, by every bound", test=_mass_departure),
    Check(id="exodus-fewer-hires", exhibit="tab-exodus-staff",
          asks="Fewer people were hired than left in 2022", test=_fewer_hires),
    Check(id="exodus-permits-rose", exhibit="fig-exodus-permits",
          asks="Valid permits rose in 2021, in each main host", test=_permits_rose),
    Check(id="exodus-first-wave", exhibit="",
          asks="The survey of early 2021 finds more than a tenth of specialists gone",
          test=_first_wave),
    Check(id="exodus-return-interest", exhibit="",
          asks="A quarter of emigrants or more would return, by each survey",
          test=_return_interest),
    Check(id="exodus-return-majority", exhibit="",
          asks="More emigrants would return than would not, by each survey",
          test=_return_majority),
)
