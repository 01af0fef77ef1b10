"""The profile of one name: what it is, how it is written, who appears with it, what is said."""

from __future__ import annotations

from functools import partial
from typing import Any

from core.corpus import Corpus
from core.selection import Selection
from dashboard.components import (
    article_list,
    cards,
    charts,
    controls,
    corrections,
    dom,
    empty,
    entities,
    figures,
    i18n,
    overview,
    ranking,
    sections,
    state,
    stats,
)
from dashboard.components.cards import present
from dashboard.components.i18n import t
from dashboard.components.period import main_period

_LISTED, _QUOTES = 12, 4


def show(corpus: Corpus, selection: Selection, entity_id: str) -> None:
    """Everything about one entity under the selection, or that there is none of this id."""
    profile = corpus.profile(entity_id)
    if profile is None:
        unknown = dom.el("p", t("entities.unknown", id=entity_id))
        dom.show("profile", [dom.el("div", unknown, _all_names(), cls="rw-empty")])
        return
    dom.show("profile", [_head(profile), stats.row(_figures(profile, selection))])
    _over_time(corpus, selection, profile)
    _relations(corpus, selection, entity_id)
    _said(corpus, selection.with_(speakers=(entity_id,)), "by_title")
    _said(corpus, selection.with_(about=(entity_id,)), "about_title")
    _sentences(corpus, selection, entity_id)
    corrections.of_entity(corpus, profile)


def _head(profile: dict[str, Any]) -> dom.Node:
    other = profile["name"] if not i18n.is_arabic() else profile["name_en"]
    aliases = [alias for alias in profile["aliases"] or () if alias != profile["name"]]
    facts = [i18n.label("type", f"one_{profile['type']}"), other, profile["country"]]
    if profile["is_transliterated"]:
        facts.append(t("entities.transliterated"))
    return dom.el(
        "div",
        dom.el("h2", dom.el("bdi", i18n.name_of(profile)), _all_names()),
        dom.facts(*(dom.el("bdi", str(f)) for f in facts if present(f))),
        dom.facts(*(dom.el("bdi", alias) for alias in aliases)) if aliases else None,
        cls="rw-section",
    )


def _all_names() -> dom.Node:
    return dom.link(state.href("entities", who=None), t("entities.all"), cls="rw-all")


def _figures(profile: dict[str, Any], selection: Selection) -> list[stats.Stat]:
    one = profile["entity_id"]
    mentioning = selection if one in selection.entities else selection.adding("entities", one)
    seen = " – ".join(filter(None, (i18n.day(profile[k]) for k in ("first_seen", "last_seen"))))
    return [
        stats.Stat(
            t("stat.articles"), profile["n_articles"], state.href("articles", mentioning), seen
        ),
        stats.Stat(
            t("entities.mentions"), profile["n_mentions"], state.href("articles", mentioning)
        ),
        stats.Stat(
            t("entities.quotes_by"),
            profile["n_quotes_by"],
            state.href("quotes", selection.with_(speakers=(one,))),
        ),
        stats.Stat(
            t("entities.quotes_about"),
            profile["n_quotes_about"],
            state.href("quotes", selection.with_(about=(one,))),
        ),
    ]


def _over_time(corpus: Corpus, selection: Selection, profile: dict[str, Any]) -> None:
    one = profile["entity_id"]
    with sections.head_with("trend", t("entities.trend_title"), t("entities.trend_note")):
        bucket = controls.bucket(corpus, selection)
    frame = corpus.entity_trend(selection, [one], bucket)
    if not len(frame):
        dom.show("trend_empty", [empty.because(corpus, "entities")])
        return
    names = {one: i18n.name_of(profile)}
    figure = figures.trend(frame, names, bucket, rtl=i18n.is_arabic(), height=200)
    period = main_period(corpus, selection)
    pick = partial(entities.articles_of, bucket=bucket)
    charts.show_over_time(
        figure, "profile_trend", t("entities.trend_title"), period=period, bucket=bucket, pick=pick
    )


def _relations(corpus: Corpus, selection: Selection, entity_id: str) -> None:
    with sections.head_with(
        "companions",
        t("entities.relations"),
        rows=lambda: corpus.companions(selection, entity_id, within, limit=None),
    ):
        within = controls.choice(
            "within", ("article", "sentence"), "entities", t("entities.within"), "within_"
        )
    companions = corpus.companions(selection, entity_id, within, limit=_LISTED)
    topics = corpus.topics(selection, entity_id, limit=_LISTED)
    spellings = corpus.spellings(selection, entity_id)
    blocks = [
        ranking.block(t("entities.companions"), overview.name_rows(companions, "n")),
        ranking.block(t("entities.topics_title"), _topic_rows(topics, selection, entity_id)),
        ranking.block(
            t("entities.spellings"), _spelling_rows(spellings.head(_LISTED), selection, entity_id)
        ),
    ]
    dom.show("relations", [dom.el("div", *blocks, cls="rw-columns")])


def _topic_rows(topics: Any, selection: Selection, entity_id: str) -> list[ranking.Row]:
    return [
        ranking.Row(
            i18n.name_of(row),
            int(row["n"]),
            state.href("quotes", selection.with_(speakers=(entity_id,), about=(row["entity_id"],))),
        )
        for row in topics.to_dict("records")
    ]


def _spelling_rows(spellings: Any, selection: Selection, entity_id: str) -> list[ranking.Row]:
    mentioning = selection.with_(entities=(entity_id,))
    return [
        ranking.Row(
            row["text"],
            int(row["n"]),
            state.href("articles", mentioning.with_(words=f'"{row["text"]}"')),
        )
        for row in spellings.to_dict("records")
    ]


def _said(corpus: Corpus, chosen: Selection, title: str) -> None:
    quotes = corpus.quotes(chosen, page_size=_QUOTES)
    if not len(quotes):
        return
    everything = dom.link(state.href("quotes", chosen), t("link.all"), cls="rw-all")
    head = dom.el("h2", t(f"entities.{title}"), everything)
    dom.show(title, [head, cards.of(corpus, quotes)])


def _sentences(corpus: Corpus, selection: Selection, entity_id: str) -> None:
    total = corpus.count_passages(selection, entity_id)
    page = controls.page_number(total)
    found = corpus.passages(selection, entity_id, page, controls.PAGE_SIZE)
    head = dom.el("h2", t("entities.sentences"))
    counted = dom.el("p", i18n.count("sentence", total), cls="rw-coverage")
    dom.show("sentences", [head, counted, article_list.passages(found)])
    controls.pager(total)
