"""Assumptions under which figures bound the specialists who left, as switches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Switches:
    """Assumptions that open or close routes; the defaults are those of the reported bounds.

    Attributes
    ----------
    newcomers : bool
        Belarusians who opened a sole trader's business of section J in Poland from January 2022
        to June 2023 worked in the branch in Belarus and came after August 2020, each with one
        business.
    software : bool
        Only software counts as information technology, not all of section J.
    all_hosts : bool
        Of all specialists who left, no larger a share went to Poland than the largest that a
        survey or a Polish official gives.
    families : bool
        Who entered Poland on the visa for specialists brought at most one other person each.
    trace : bool
        Developers who name a country on GitHub moved no more often than other specialists.
    entrants : {'unknown', 'hide', 'balance'}
        Entrants to the branch outnumber those who left it for other work at home (`hide`), or do
        not, and who left the country left the job (`balance`).
    readiness : bool
        Those abroad, and those who planned to go, answered the survey of March 2022 at least as
        readily as others.
    plans : bool
        Of those still in Belarus then no more left later than had said that they planned to.
    turnover : bool
        Changes of job of the two months before the invasion went on at home at their pace.
    base : {'park', 'specialists', 'sectionj'}
        No more worked in the branch before the invasion than the park's largest headcount, than
        the people whom sources call specialists, or than section J. Only ceilings rest on it.
    gross : bool
        Who left counts, also after a return; otherwise only who is still abroad, where no host
        lost more of its specialists than the register that shrank most lost of its Belarusians.
    """

    newcomers: bool = True
    software: bool = True
    all_hosts: bool = False
    families: bool = False
    trace: bool = False
    entrants: str = "unknown"
    readiness: bool = True
    plans: bool = True
    turnover: bool = False
    base: str = "park"
    gross: bool = True


REPORTED = Switches()

# Settings that are shown: words, and what they change of the defaults.
SETTINGS: dict[str, tuple[str, dict[str, bool | str]]] = {
    "base": ("As reported", {}),
    "newcomers.off": ("Sole traders may have come before August 2020", {"newcomers": False}),
    "newcomers.off.families": ("The same, but families of at most two on the visa",
                               {"newcomers": False, "families": True}),
    "software.off": ("All of section J counts", {"software": False}),
    "hosts.all": ("From Poland to all hosts, by the largest share printed", {"all_hosts": True}),
    "trace": ("GitHub developers stand for all", {"trace": True}),
    "entrants.hide": ("Entrants hide departures", {"entrants": "hide"}),
    "entrants.hide.sectionj": ("The same, all of section J",
                               {"entrants": "hide", "software": False}),
    "entrants.balance": ("Entrants hide none and nobody kept the job", {"entrants": "balance"}),
    "plans.off": ("More may have left than planned to", {"plans": False}),
    "plans.off.balance": ("The same, but entrants hide none and nobody kept the job",
                          {"plans": False, "entrants": "balance"}),
    "plans.off.turnover": ("The same, but the usual turnover stayed at home",
                           {"plans": False, "turnover": True}),
    "readiness.off": ("Leavers and planners may have answered less readily",
                      {"readiness": False}),
    "base.specialists": ("No more worked there than sources call specialists",
                         {"base": "specialists"}),
    "base.sectionj": ("As many may have worked there as in section J", {"base": "sectionj"}),
    "net": ("Only who is still abroad", {"gross": False}),
    "weakest": ("Nothing but that the counts are right",
                {"newcomers": False, "readiness": False, "plans": False,
                 "base": "sectionj"}),
}
