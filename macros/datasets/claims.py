"""The claims declared beside a release, and what each of them is held against."""

from __future__ import annotations

from macros.datasets.printed import names_held_figure, written
from macros.errors import ReportsError
from macros.model.claim import Amount, Claim, Said
from macros.model.observation import Observation
from macros.model.period import Period
from macros.model.relation import Term, parse_terms
from macros.model.release import Release, Row


def claims(release: Release) -> list[Claim]:
    """The claims that can be tested. The other rows are told by `unreadable_claims`."""
    rows = enumerate(release.tables.get("claims", ()), 2)
    return [claim for number, row in rows if isinstance(claim := _claim(release, row, number), Claim)]


def unreadable_claims(release: Release) -> list[tuple[int, str]]:
    """The row numbers of claims that cannot be tested, and why."""
    rows = enumerate(release.tables.get("claims", ()), 2)
    return [(number, why) for number, row in rows if isinstance(why := _claim(release, row, number), str)]


def figure_of(release: Release, term: Term, period: Period, area: str, source: str) -> Observation | None:
    """The printed figure a term means, with a number: in the claim's own place if it stands there, else the first."""
    places = release.by_key.get(term.key(period, area), ())
    held = [one for one in places if term.of(one) is not None]
    return next((one for one in held if one.source == source), next(iter(held), None))


def _claim(release: Release, row: Row, number: int) -> Claim | str:
    """The claim of a row, or why it cannot be tested."""
    try:
        said = Said(row["claim"])
        results, against = parse_terms(row["result"]), parse_terms(row["against"])
        amount = Amount.parse(row["amount"]) if row["amount"] else None
    except ReportsError as error:
        return str(error)
    except ValueError:
        return f"'{row['claim']}' is no claim; use one of: {', '.join(Said)}."
    if why := _misfit(said, results, against, amount):
        return why
    if missing := next((term for term in (*results, *against) if not names_held_figure(release, term)), None):
        return f"the release has no figure '{written(missing)}'. Look for a slip in a name or a period."
    return Claim(row["source"], said, results[0], against, amount, row["note"], number)


def _misfit(said: Said, results: tuple[Term, ...], against: tuple[Term, ...], amount: Amount | None) -> str:
    """What does not fit together; empty when all does."""
    if len(results) != 1:
        return "the column 'result' must name one figure."
    if said.is_size and amount is None:
        return f"the claim '{said}' needs an amount, such as 1/3 or 50."
    if not said.is_size and amount is not None:
        return f"the claim '{said}' has no amount. Empty the column, or write about, nearly, over or under."
    least, most = _NEEDED[said]
    if len(against) < least:
        return f"the claim '{said}' needs {'the others' if most > 1 else 'the other figure'} in the column 'against'."
    if len(against) > most:
        return f"the claim '{said}' is held against one figure."
    return ""


_ANY = 1_000
_NEEDED = {  # how many figures a claim is held against, at least and at the most
    **dict.fromkeys((Said.RISE, Said.FALL, Said.SAME), (0, 1)),  # none: the year before
    **dict.fromkeys((Said.ABOVE, Said.BELOW, Said.EQUAL), (1, 1)),
    **dict.fromkeys((Said.HIGHEST, Said.LOWEST), (1, _ANY)),
    **dict.fromkeys((Said.ABOUT, Said.NEARLY, Said.OVER, Said.UNDER), (0, _ANY)),  # several are added up
}
