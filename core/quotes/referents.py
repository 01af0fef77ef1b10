"""Whom a phrase means: an earlier speaker, the bearer of a title, the institution of that sort.

"الوزير" is who was called so, "المنظمة" the one named before, "الأخير" the last one named; a name
that was never said before is a new source.
"""

from __future__ import annotations

from dataclasses import replace

from core.model import Mention, SpeakerKind
from core.names import holder
from core.quotes.bynames import called
from core.quotes.conjugate import Gender, Number
from core.quotes.lexicon import folded, words
from core.quotes.media import is_medium
from core.quotes.mentions import joined_key
from core.quotes.named_media import medium_meant
from core.quotes.nouns import head_key, is_source_head, unnamed_class
from core.quotes.phrases import Phrase
from core.quotes.report import Scene
from core.quotes.resolve import Source, merged, source_of
from core.quotes.titles import bearers_of, resolve_title
from core.text.fold import fold_key

_SPOKESMEN = folded("متحدث متحدثة متحدثون ناطق ناطقة")
_RECENT, _FULL_TITLE = 30, 3
_BACK = 6000
"""Letters: how far back an institution may be named that "المنظمة" stands for."""


def known(scene: Scene, phrase: Phrase, gender: Gender | None, number: Number | None) -> Source:
    """The source a phrase names: an earlier one, when the phrase points back to it."""
    phrase = called(scene, phrase)
    earlier = scene.memory.resolve(phrase)
    if earlier is not None:
        return merged(earlier, phrase, gender)
    if phrase.kind in ("role", "unnamed", "person"):
        person = _by_surname(scene, phrase)
        if person is not None:
            return person
    if phrase.kind == "role" and not (phrase.head in _SPOKESMEN and not phrase.is_definite):
        bearer = _bearer(scene, phrase, gender) or _in_focus(scene, phrase)
        if bearer is not None:
            return bearer
    if phrase.kind == "organisation" and (not phrase.entity_id or phrase.titles == _WORLD_BODY):
        meant = _institution(scene, phrase, gender)
        if meant is not None:
            return meant
    if scene.article.page.source[phrase.span.start : phrase.span.end] in ("الأخير", "الأخيرة"):
        latter = _latter(scene, phrase)
        if latter is not None:
            return latter
    return _anonymous(phrase, source_of(phrase, gender, number))


def _anonymous(phrase: Phrase, source: Source) -> Source:
    """المسؤولون، السكان، المصدر, whom nothing earlier names: nameless however definite."""
    if phrase.kind != "role" or not phrase.is_definite or phrase.head in _SPOKESMEN:
        return source
    if phrase.head not in words("heads_unnamed"):
        return source
    told = unnamed_class(fold_key(phrase.name).split())
    return replace(source, kind="unnamed", unnamed_class=told)


def _by_surname(scene: Scene, phrase: Phrase) -> Source | None:
    """The person whose last name a single unknown word is (العلوي, after حمد العلوي)."""
    word = joined_key(phrase.span.of(scene.article.source))
    if " " in word or " " in joined_key(phrase.name) or is_source_head(word):
        return None
    mention = scene.reader.with_surname(word, phrase.span.start)
    if mention is None:
        return None
    name = scene.reader.full_name(mention)
    return Source(name, "person", phrase.span, phrase.gender, "s", mention.entity_id)


def _in_focus(scene: Scene, phrase: Phrase) -> Source | None:
    """The one person who has just spoken, called المواطن, الرجل or السيدة and no more."""
    if not phrase.is_definite or not (_is_anybody(phrase) or _is_only_trade(scene, phrase)):
        return None
    last = scene.memory.last(phrase.gender, "s", spoken=True)
    if last is None or last.kind != "person" or last.gender not in (None, phrase.gender):
        return None
    return merged(last, phrase, phrase.gender)


def _is_anybody(phrase: Phrase) -> bool:
    return phrase.head in _ANYBODY and len(phrase.titles) == 1


def _is_only_trade(scene: Scene, phrase: Phrase) -> bool:
    """Whether اللاعب, النجم البلجيكي can be but the one person who speaks in the article."""
    described = fold_key(phrase.name).split()[1:]
    by_land = all(word.startswith("ال") and word.endswith(("ي", "يه")) for word in described)
    return phrase.head in _TRADES and by_land and len(scene.memory.people) == 1


_TRADES = folded(
    "لاعب لاعبة مدرب مدربة نجم نجمة فنان فنانة مغني مغنية مطرب مطربة ممثلة مهاجم حارس كاتب "
    "كاتبة روائي روائية مخرج مخرجة سياسي سياسية باحث باحثة صحفي صحفية صحافي صحافية محامي محامية "
    "طبيب طبيبة إعلامي إعلامية عداء عداءة ملاكم متسابق متسابقة مصمم مصممة داعية"
)
_ANYBODY = folded("مواطن مواطنة رجل شاب شابة سيدة فتاة امرأة")


def _bearer(scene: Scene, phrase: Phrase, gender: Gender | None) -> Source | None:
    """The person, or the two, who bear the title a phrase consists of."""
    if phrase.number == "d":
        pair = bearers_of(phrase.head, scene.memory.bearers, phrase.span.start)[-2:]
        if len(pair) < 2:
            return None
        names = tuple(scene.reader.full_name(mention) for mention in pair)
        joint = source_of(phrase, gender, "d")
        return replace(joint, name="؛ ".join(names), kind="person", members=names)
    if not phrase.has_article and len(phrase.titles) < _FULL_TITLE:
        return None
    mention = resolve_title(phrase, scene.memory.bearers) or _holder(scene, phrase)
    if mention is None:
        return None
    name = scene.reader.full_name(mention)
    return replace(
        source_of(phrase, gender, "s"),
        name=name,
        kind="person",
        entity_id=mention.entity_id,
    )


def _holder(scene: Scene, phrase: Phrase) -> Mention | None:
    """Who held the office that day, by the gazetteer, if the article names him anywhere.

    "وزير الخارجية الكندي" and "نظيره سالم الأيوبي": nothing in the text ties the two together.
    """
    held = holder(phrase.name, scene.article.article.published)
    return scene.reader.named(held.entity_id) if held is not None else None


def _institution(scene: Scene, phrase: Phrase, gender: Gender | None) -> Source | None:
    """المنظمة، الشركة: the last institution named with that word, or of any sort of that gender."""
    start = scene.article.page.index(phrase.span.start)
    if phrase.titles == _WORLD_BODY and phrase.is_definite:
        return _world_body(scene, phrase, start)
    if not phrase.is_definite or len(phrase.titles) > 1:
        return None
    for name in reversed(scene.reader.inside(max(0, start - _BACK), start)):
        mention = name.mention
        if mention.type == "ORG" and phrase.head in map(head_key, fold_key(mention.name).split()):
            full = scene.reader.full_name(mention)
            return replace(source_of(phrase, gender, "s"), name=full, entity_id=mention.entity_id)
    medium = medium_meant(scene, phrase.head, start)
    if medium is not None:
        named = source_of(phrase, gender, "s")
        return replace(named, name=medium.name, entity_id=medium.entity_id)
    if phrase.head not in _GENERIC or phrase.number in ("d", "p"):
        return None
    for source in reversed(scene.memory.sources[-_RECENT:]):
        if source.kind == "organisation" and not is_medium(source.name):
            return merged(source, phrase, gender)
    return None


def _world_body(scene: Scene, phrase: Phrase, start: int) -> Source | None:
    """المنظمة الدولية: the organisation named last, or the United Nations."""
    for name in reversed(scene.reader.inside(max(0, start - _BACK), start)):
        mention, words_of = name.mention, fold_key(name.mention.name).split()
        if mention.type != "ORG" or set(map(head_key, words_of)) == _WORLD_BODY:
            continue
        if {_ORGANISATION, _THE_ORGANISATION} & set(words_of) or words_of == _UNITED_NATIONS:
            full = scene.reader.full_name(mention)
            return replace(source_of(phrase, "f", "s"), name=full, entity_id=mention.entity_id)
    return None


_WORLD_BODY = frozenset(folded("منظمة دولية"))
_ORGANISATION, _THE_ORGANISATION = fold_key("منظمة"), fold_key("المنظمة")
_UNITED_NATIONS = fold_key("الأمم المتحدة").split()
_GENERIC = folded("منظمة شركة جماعة حركة هيئة مؤسسة مجموعة جمعية تنظيم حزب نادي اتحاد بنك مصرف")


def _is_scene(scene: Scene, start: int) -> bool:
    """Whether في stands before a name: where it was, not who ("دور إيران في المنطقة")."""
    before = (word for word in reversed(scene.sentence.words) if word.start < start)
    return next((word.text for word in before), "") in _IN


_IN = folded("في")


def _latter(scene: Scene, phrase: Phrase) -> Source | None:
    """الأخير، الأخيرة: the last one named in the sentence before."""
    start = scene.article.page.index(phrase.span.start)
    before = scene.reader.inside(scene.sentence.words[0].start, start)
    named = [name for name in before if not _is_scene(scene, name.start)]
    if not named:
        return None
    mention = named[-1].mention
    kind: SpeakerKind = "person" if mention.type == "PER" else "organisation"
    return Source(scene.reader.full_name(mention), kind, mention.span, None, "s", mention.entity_id)
