"""How a kept result came about, in plain lines for whoever answers a person's question about it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from math import isinf
from zoneinfo import ZoneInfo

from bot.domain.matching import Explanation, Kept, Moved, Obstacle, Offer, Ranked, Weights
from bot.domain.network import Dictionaries
from bot.domain.profiles import Profile
from bot.texts import Texts
from bot.views import dates
from bot.views.matches import change, rule, word
from bot.views.programmes import city_name, partner_name, title


def told(
    kept: Kept,
    of: Explanation,
    catalogue: str,
    weights: str,
    zone: ZoneInfo,
    names: Dictionaries,
    t: Texts,
) -> list[str]:
    """`catalogue` and `weights`: the versions of today."""
    known, made_at = of.known, dates.moment(kept.made_at, zone, t)
    versions = {"then": known.catalogue, "now": catalogue}
    return [
        t.plain("arithmetic-head", number=kept.number, moment=made_at),
        t.plain("arithmetic-versions", **versions, weights=known.weights.version, current=weights),
        t.plain("arithmetic-weights", values=_listed(asdict(known.weights).items())),
        "",
        t.plain("arithmetic-known"),
        *_profile(known.profile, names, t),
        "",
        *_ranking(of, names, t),
        "",
        *_closed(of.closed, names, t),
        "",
        *_again(of, catalogue, t),
    ]


def _profile(profile: Profile, names: Dictionaries, t: Texts) -> Iterator[str]:
    def words(codes: Iterable[str]) -> str:
        return ", ".join(word(code, names, t) for code in codes)

    profession = {None: "", True: t.plain("arithmetic-yes"), False: t.plain("arithmetic-no")}
    facts = {
        "today": dates.day(profile.today, t),
        "audience": word(profile.audience, names, t),
        "age": word(profile.age_band, names, t),
        "grade": str(profile.grade or ""),
        "education": t.plain(f"arithmetic-education-{profile.education}")
        if profile.education
        else "",
        "profession": profession[profile.profession],
        "experience": words(sorted(profile.experience or ())),
        "city": words(filter(None, (profile.city,))),
        "formats": words(sorted(profile.formats)),
        "dayparts": words(sorted(profile.dayparts)),
        "interests": _listed((word(i, names, t), p) for i, p in profile.interests.items()),
        "sectors": words(profile.sectors),
        "levels": _listed((word(c, names, t), n) for c, n in sorted(profile.levels.items())),
        "wants": words(sorted(profile.wants)),
    }
    for label, value in facts.items():
        yield "  " + t.plain(
            "arithmetic-fact",
            label=t.plain(f"arithmetic-label-{label}"),
            value=value or t.plain("arithmetic-unknown"),
        )


def _listed(values: Iterable[tuple[str, object]]) -> str:
    return ", ".join(
        f"{name} {_number(value) if isinstance(value, float) else value}" for name, value in values
    )


def _number(value: float | None) -> str:
    return f"{value or 0:.3f}"


def _ranking(of: Explanation, names: Dictionaries, t: Texts) -> Iterator[str]:
    yield t.plain("arithmetic-open", count=len(of.choice.ranking))
    for place, ranked in enumerate(of.choice.ranking, start=1):
        offer = ranked.offer
        line = t.plain(
            "arithmetic-line",
            place=place,
            code=ranked.code,
            title=title(offer.programme, t),
            partner=partner_name(offer, t),
            city=city_name(offer.programme, names, t),
        )
        shown = [t.plain("arithmetic-shown")] if ranked.code in of.known.shown else []
        yield " — ".join([line, *shown])
        yield "     " + _score(ranked, of.known.weights, t)
        yield "     " + _place(ranked, t)


def _score(ranked: Ranked, weights: Weights, t: Texts) -> str:
    score = ranked.score
    tested = score.interest is not None
    leaning = (
        t.plain("arithmetic-interest", value=_number(score.interest))
        if tested
        else t.plain("arithmetic-sector", value=_number(score.sector_fit))
    )
    if score.feasible is None:
        return t.plain("arithmetic-total-pupil", total=_number(score.total), leaning=leaning)
    share, rest = weights.shares(tested=tested)
    return t.plain(
        "arithmetic-total-adult",
        total=_number(score.total),
        feasible=_number(score.feasible),
        share=_number(share),
        coverage=_number(score.coverage),
        rest=_number(rest),
        leaning=leaning,
    )


def _place(ranked: Ranked, t: Texts) -> str:
    way = ranked.place.way
    parts = [
        t.plain(
            "arithmetic-place",
            way=t.plain("arithmetic-way-unknown") if isinf(way) else str(round(way)),
            starts=dates.day(ranked.place.starts, t),
            left=-ranked.place.taken,
        )
    ]
    if ranked.place.stale:
        parts.append(t.plain("arithmetic-stale"))
    if ranked.unmet:
        wishes = ", ".join(t.plain(f"matches-wish-{o.kind}") for o in ranked.unmet)
        parts.append(t.plain("arithmetic-given-up", wishes=wishes))
    return "; ".join(parts)


def _closed(
    closed: Iterable[tuple[Offer, tuple[Obstacle, ...]]], names: Dictionaries, t: Texts
) -> list[str]:
    lines = [
        "  "
        + t.plain(
            "arithmetic-closed-line",
            code=offer.programme.code,
            title=title(offer.programme, t),
            why=" ".join(
                t.plain("arithmetic-why", rule=rule(o, offer, names, t), change=change(o, t))
                for o in obstacles
            ),
        )
        for offer, obstacles in closed
    ]
    return [t.plain("arithmetic-closed", count=len(lines)), *lines]


def _again(of: Explanation, catalogue: str, t: Texts) -> Iterator[str]:
    yield t.plain("arithmetic-again", same="yes" if of.same else "no")
    if of.known.catalogue != catalogue:
        yield t.plain("arithmetic-catalogue-changed")
    for moved in of.moved:
        yield "  " + _moved(moved, t)


def _moved(moved: Moved, t: Texts) -> str:
    before, now = (
        t.plain("arithmetic-at", place=at[0], total=_number(at[1]))
        if at
        else t.plain("arithmetic-nowhere")
        for at in (moved.before, moved.now)
    )
    return t.plain("arithmetic-moved", code=moved.code, before=before, now=now)
