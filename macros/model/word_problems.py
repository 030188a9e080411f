"""Every kind of problem with words that readers cannot follow or did not want: part of the table in problems.py."""

from __future__ import annotations

from macros.model.finding import Kind, Severity

_STOPS, _WARNS = Severity.STOPS, Severity.WARNS

WORDS = (
    Kind(
        "long-sentence",
        "plain-language",
        _STOPS,
        "The sentence has {words} words; {most} are the most for these readers. {remedy} It reads: “{sentence}”.",
    ),
    Kind(
        "long-formal-sentence",
        "plain-language",
        _WARNS,
        "The sentence has {words} words; more than {most} are hard to follow. {remedy} It reads: “{sentence}”.",
    ),
    Kind(
        "hard-page",
        "plain-language",
        _STOPS,
        "The page is hard to read: {why}. Use shorter words and sentences; begin with the longest: “{sentence}”.",
    ),
    Kind(
        "hard-formal-page",
        "plain-language",
        _WARNS,
        "The page is hard to read: {why}. Use shorter words and sentences; begin with the longest: “{sentence}”.",
    ),
    Kind(
        "hard-word",
        "plain-language",
        _STOPS,
        "'{cell}' may be a hard word for these readers: of 100 words of this page {share} are hard, and {level} may "
        "have {most}. Use a plainer word, or explain it: add it to data/catalogue/glossary.csv. "
        "It stands in: “{sentence}”.",
    ),
    Kind(
        "officials-word",
        "plain-language",
        _WARNS,
        "'{cell}' is a word of officials. Say “{say}”. It stands in: “{sentence}”.",
    ),
    Kind(
        "acronym",
        "plain-language",
        _STOPS,
        "'{cell}' is not explained. Write it out, or add it to data/catalogue/glossary.csv. "
        "It stands in: “{sentence}”.",
    ),
    Kind(
        "formal-acronym",
        "plain-language",
        _WARNS,
        "'{cell}' is not explained. Write it out on this page, followed by ({cell}), or add it to "
        "data/catalogue/glossary.csv. It stands in: “{sentence}”.",
    ),
    Kind(
        "percent-for-youngest",
        "plain-language",
        _STOPS,
        "The sentence has a percentage, which younger children do not know yet. Say “9 out of 10”. "
        "It reads: “{sentence}”.",
    ),
    Kind(
        "word-not-wanted",
        "preferred-words",
        _STOPS,
        "'{cell}' is a word that young people asked us not to use. Say “{say}”.{note} "
        "It stands in: “{sentence}”.{more}",
    ),
    Kind(
        "formal-word-not-wanted",
        "preferred-words",
        _WARNS,
        "'{cell}' is a word that young people asked us not to use. Say “{say}”; the legal term may follow once in "
        "brackets.{note} It stands in: “{sentence}”.{more}",
    ),
    # pictures
    Kind(
        "alt-missing",
        "alt-text",
        _STOPS,
        "The picture '{near}' has no words for who cannot see it. Write them between the square brackets: what it "
        'shows and why it is there. If it only decorates, write it as <img alt="" src="…">.',
    ),
    Kind(
        "alt-says-nothing",
        "alt-text",
        _STOPS,
        "The words of the picture '{near}' are '{cell}', which says nothing. Say what it shows and why it is there.",
    ),
    Kind(
        "alt-number",
        "alt-text",
        _STOPS,
        "The words of a picture (“{near}”) and the picture differ: {number}. Let the macro write both.",
    ),
    # both voices
    Kind(
        "shown-otherwise",
        "editions-agree",
        _STOPS,
        "The page shows “{shown}” for {what}, but the data has {value}. Let the macro write the figure, and do not "
        "change it afterwards.",
    ),
    Kind(
        "direction-turned",
        "editions-agree",
        _STOPS,
        "The sentence says that the figure {said}, but it {held}, from {before} to {after}: “{sentence}”. Change the "
        "word, or let `change` write it.",
    ),
)
