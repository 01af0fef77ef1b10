"""Words that lead to the medium one spoke to or was carried by: the grammar of the phrase.

"لرويترز"، "في مقابلة على …"، "نقلتها وكالة …"، "في بيان تلقت … نسخة منه". Says where the medium's
name begins; what it is called, and whether it is a link, is for ``chain``.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.media import SITE, media_at
from core.quotes.nouns import bare
from core.text.fold import fold_key

VENUES = folded(
    "مقابلة مقابلات حديث أحاديث تصريح تصريحات حوار لقاء لقائ اتصال مداخلة مكالمة رسالة مقال مقالة "
    "برنامج كلمة خطاب بيان حلقة نشرة ندوة شهادة تعليق تعليقات مؤتمر ظهور استضافة إفادة تقرير خبر "
    "سؤال أسئلة"
)
"""Occasions and texts in which words reach a medium."""
_TALKS = folded(
    "مقابلة مقابلات حديث حديثه حديثها تصريح تصريحات تصريحاته تصريحاتها تصريحه حوار حواره لقاء "
    "لقائه لقائها اتصال مداخلة مكالمة برنامج مقال مقالة"
)
_INTO = folded("في خلال أثناء ضمن عبر وفي وخلال وضمن وعبر وأثناء معرض إطار")
_OF, _EXCERPTS = "من", folded("مقتطف مقتطفات جزء أجزاء مقطع مقاطع")
_ASKED = folded("سؤال أسئلة")
_ASKED_THERE = folded("مقابلة حوار لقاء حديث")
_NEWS = folded("إخباري إخبارية")
STAFF = folded(
    "مراسل مراسلة مراسلي مراسلو موفد موفدة صحفي صحفية صحفيي صحافي صحافية صحافيي مندوب مندوبة مصور "
    "مذيع مذيعة محرر محررة"
)
"""Those who work for the medium whose name follows: they speak for it, or were spoken to."""
_TITLES = folded(
    "مدير مديرة رئيس رئيسة ناشر مالك صاحب مؤسس عضو معلق محلل كاتب نائب عام عامة تنفيذي تنفيذية "
    "سابق سابقة تحرير مساعد مسؤول مسؤولة مستشار مفتش"
)
_BELONGING = folded("تابع تابعة مملوك مملوكة مرتبط مرتبطة")
_WITH = folded("مع إلى عبر أمام")
_ON, _IN = fold_key("على"), fold_key("في")
_BROADCAST = folded("قناة تلفزيون إذاعة راديو فضائية شاشة أثير")
_AIR = folded("شاشة أثير موجات صفحات ميكروفون منبر منصة شاشات")
_FROM_HIM = folded("عنه عنها عنهم عنهما له لها عليه عليها معه معها معهم")
_CARRYING = tuple(
    fold_key(verb)
    for verb in (
        "أورد نقل نشر بث أذاع تناقل عرض تداول أعد أجرى نقلت نشرت بثت أوردت أذاعت تناقلت أعدت "
        "عرضت أجرت تداولت"
    ).split()
)
_OBJECTS = ("ه", "ها", "هما", "هم")
CARRIED = frozenset(verb + suffix for verb in _CARRYING for suffix in _OBJECTS) | folded(
    "أجراه أجراها أجرته أجرتها أعده أعدها"
)
"""A carrying verb with what it carried: نقلتها، أوردته، بثه."""
_RECEIVED = folded(
    "تلقت تلقى تلقته تلقتها تلقاه تلقاها حصلت حصل اطلعت اطلع تسلمت تسلمته تسلمتها تسلم وصلت وصل "
    "خصت خص استلمت"
)
_APPEARED = folded("نشر نشرت بث بثت أذيع أذيعت عرض عرضت سينشر ستنشر تنشر تبث ينشر يبث صدر صدرت")
_REVEALED = folded("كشف كشفت")
_WHAT = folded("ما مما بما لما")
_PUBLISHING = folded("نشرت نشر بثت بث أوردت أورد أذاعت أذاع")
_TAIL = 14
_SKIPPED = 2


def names_medium(items: Sequence[Word], at: int, cut: int = 0) -> bool:
    """Whether word ``at`` opens a medium's name, or names one who works for a medium."""
    if at >= len(items):
        return False
    if media_at(items, at, cut):
        return True
    return is_staff(items[at].text[cut:]) and bool(at + 1 < len(items) and media_at(items, at + 1))


def is_staff(text: str) -> bool:
    """Whether a folded noun names those who work for a medium (مراسل، موفد)."""
    key = bare(text)
    return key in STAFF or (key[:1] == "ل" and bare(key[1:]) in STAFF)


def is_title(text: str) -> bool:
    """Whether a folded word is part of a title that ل may follow (المدير العام ل…)."""
    return bare(text) in _TITLES


def lead_at(
    items: Sequence[Word], at: int, begin: int, end: int, venue: bool
) -> tuple[int, int] | None:
    """The word at which a medium's name begins that word ``at`` leads to, and its proclitic.

    ``venue`` says that an occasion ("في مقابلة …") was named before: then على and في lead on, too.
    """
    text = items[at].text
    if text[:1] == "ل" and bare(f"ا{text[1:]}" if text[:2] == "لل" else text[1:]) in _BRANCHES:
        return _of_branch(items, at, end)
    if text[:1] == "ل" and len(text) > 1 and names_medium(items, at, 1):
        return None if _is_governed(items, at, begin, end) else (at, 1)
    if text == "ل" and names_medium(items, at + 1):
        return None if _is_governed(items, at, begin, end) else (at + 1, 0)
    if venue and text[:1] == "ب" and bare(text[1:]) in words("heads_media") - {SITE}:
        return (at, 1) if media_at(items, at, 1) else None
    if text in _WITH:
        on_air = at + 1 < end and bare(items[at + 1].text) in _AIR
        return _named(items, at + 1 + on_air, end)
    if text == _ON or (venue and text == _IN):
        first = at == begin or items[at - 1].mark >= 0
        on_air = at + 1 < end and bare(items[at + 1].text) in _AIR
        spoken = at + 1 < end and bare(items[at + 1].text) in _BROADCAST
        if not (venue or (first and spoken)) or _is_own_site(items, at + 1, begin):
            return None
        return _named(items, at + 1 + on_air, end)
    if text in CARRIED:
        # "نفى ما نشرته صحيفة …": what a paper wrote is spoken of, it carried nothing.
        spoken_of = at > begin and (items[at - 1].text in _WHAT or _is_own_work(items, at, begin))
        return None if spoken_of else _after_verb(items, at, end)
    if text in _REVEALED and at + 1 < end and items[at + 1].text in _FROM_HIM:
        return _after_verb(items, at, end)
    if text in _RECEIVED or (venue and text in _PUBLISHING) or carries_from_him(items, at):
        return _after_verb(items, at, end)
    if venue and at + 1 < end and appears_on(items, at):
        return None if _is_own_site(items, at + 2, begin) else _named(items, at + 2, end)
    return None


def _is_own_work(items: Sequence[Word], at: int, begin: int) -> bool:
    """Whether a medium made what is told (استطلاع أعدته رويترز): it is the author, no link."""
    if items[at].text[:3] not in _MADE:
        return False
    for n in range(max(begin - 1, at - 4, 0), at):
        if bare(items[n].text) in _WORKS:
            return n == 0 or items[n - 1].text not in _INTO
    return False


_MADE, _WORKS = (
    (fold_key("أعد"), fold_key("أجر")),
    folded("استطلاع استطلاعا دراسة مسح إحصاء استبيان"),
)


def carries_from_him(items: Sequence[Word], at: int) -> bool:
    """Whether a relative clause says who passed on or got what is spoken of.

    "مصدر، نقلت عنه رويترز"، "وثيقة اطلعت عليها رويترز".
    """
    follows = items[at + 1].text if at + 1 < len(items) else ""
    if items[at].text in _CARRYING:
        return follows in _FROM_HIM
    return items[at].text in _RECEIVED and _after_verb(items, at, len(items)) is not None


def appears_on(items: Sequence[Word], at: int) -> bool:
    """Whether words or a text appeared somewhere: تصريحات نشرت على موقع …، مقابلة بثت في …"""
    follows = items[at + 1].text if at + 1 < len(items) else ""
    return items[at].text in _APPEARED and follows in (_ON, _IN)


def is_told(items: Sequence[Word], at: int) -> bool:
    """Whether a medium follows a whole phrase as the object: أبلغ المسؤول رويترز، … شبكة سكاي.

    After a definite noun or an adjective it can be no part of the phrase; after "مدير" it is.
    """
    if at == 0 or items[at].text.startswith("ال") or not media_at(items, at):
        return False
    before = items[at - 1]
    return before.is_definite or before.text.endswith(("ي", "يه", "ون"))


def _is_own_site(items: Sequence[Word], at: int, begin: int) -> bool:
    """Whether a site of the net is the speaker's own: not a named one, and none asked him there."""
    if at + 1 >= len(items) or bare(items[at].text) != SITE:
        return False
    follows = items[at + 1]
    if follows.is_definite and bare(follows.text) in _BROADCAST | words("heads_media"):
        return False  # موقع التلفزيون الرسمي
    named = follows.mark >= 0 or follows.text.isascii() or media_at(items, at + 1)
    if named or any(bare(word.text) in _NEWS for word in items[at + 1 : at + 4]):
        return False
    return not any(bare(word.text) in _ASKED_THERE for word in items[max(begin, at - 4) : at])


def _of_branch(items: Sequence[Word], at: int, end: int) -> tuple[int, int] | None:
    """قال للفرع المحلي من شبكة …، للخدمة العربية في بي بي سي: the medium the branch is of."""
    for n in range(at + 1, min(end, at + _BRANCH_REACH)):
        if items[n].after_comma or items[n].after_colon:
            return None
        if items[n].text in _BRANCH_OF:
            return _named(items, n + 1, end)
        if items[n].text[:1] == "ل" and names_medium(items, n, 1):
            return n, 1
    return None


_BRANCH_REACH, _BRANCH_OF = 4, folded("من في")
_BRANCHES = folded("فرع نسخة خدمة قسم طبعة")


def _named(items: Sequence[Word], at: int, end: int) -> tuple[int, int] | None:
    return (at, 0) if at < end and names_medium(items, at) else None


def _after_verb(items: Sequence[Word], at: int, end: int) -> tuple[int, int] | None:
    """The subject of a carrying verb, behind عنه or when it was carried."""
    at += 1
    stop = min(end, at + _SKIPPED)
    while at < stop and (items[at].text in _FROM_HIM or items[at].text in words("time_words")):
        at += 1
    if at + 1 < end and items[at].text in (_ON, _IN, "مع"):
        at += 1
    return _named(items, at, end)


def _is_governed(items: Sequence[Word], at: int, begin: int, end: int) -> bool:
    """Whether ل hangs on a title (المدير العام لقناة …): he heads the medium, he did not tell it.

    A title tells so in apposition, after a comma, and before a name in it; else it is the
    speaker's own ("قال المدير لرويترز").
    """
    before = items[at - 1] if at > begin else None
    if before is not None and bare(before.text) in _BELONGING:
        return True
    if before is None or before.mark >= 0 or bare(before.text) not in _TITLES | STAFF:
        return False
    if bare(before.text) in STAFF:
        return not before.text.startswith("ال")
    first = at - 1
    while first > begin and bare(items[first - 1].text) in _TITLES:
        first -= 1
    if items[first].after_comma:
        return True
    return not items[first].text.startswith("ال") or _has_more(items, at, end)


def _has_more(items: Sequence[Word], at: int, end: int) -> bool:
    """Whether more than a name and its adjective stand between a medium and ``end``."""
    return end - at > 3 + media_at(items, at, 1 if items[at].text != "ل" else 0)


def opens_venue(items: Sequence[Word], at: int, strict: bool) -> bool:
    """Whether word ``at`` names an occasion; ``strict``: one that في or خلال leads to."""
    key = _unowned(bare(items[at].text))
    led = key[:1] in "لبو" and key[1:] in VENUES
    if not led and key not in VENUES:
        return False
    before = items[at - 1].text if at else ""
    if before == _OF and at > 1 and _is_excerpt(items[at - 2].text):
        return True
    return not strict or led or before in _INTO or (before == _ON and key in _ASKED)


def _is_excerpt(text: str) -> bool:
    """وفقا لمقتطفات من مقابلة، في جزء من حديث: part of an occasion leads to its medium as well."""
    return bare(text) in _EXCERPTS or (text[:1] in "لب" and bare(text[1:]) in _EXCERPTS)


def _unowned(key: str) -> str:
    """A noun without the pronoun of its owner: مقابلته، تصريحاتها."""
    if key in VENUES:
        return key
    for suffix in ("هما", "هم", "ها", "ه"):
        if key.endswith(suffix):
            stem = key[: -len(suffix)]
            forms = (stem, f"{stem[:-1]}ه") if stem.endswith("ت") else (stem,)
            return next((form for form in forms if form in VENUES), key)
    return key


def is_venue_tail(items: Sequence[Word], at: int) -> bool:
    """Whether a sentence ends in the occasion that begins at ``at``: "… في تصريح لوكالة …"."""
    size = len(items)
    if items[at].text not in _INTO or at + 2 >= size or size - at > _TAIL:
        return False
    if bare(items[at + 1].text) not in _TALKS:
        return False
    clause = fold_key("أن")
    if any(items[n].text == clause and items[n].mark < 0 for n in range(at, size)):
        return False
    return any(lead_at(items, n, at, size, venue=True) for n in range(at + 2, size))
