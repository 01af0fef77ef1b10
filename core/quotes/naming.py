"""What makes marked words a name: nouns whose names follow them, verbs of naming, lists of names.

Read are the few words before the mark (فيلم "…"، يطلق عليه "…"، عبارات مثل "…") and the first
words between the marks (مسيرة، حملة: "حملة الشتاء الدافئ"). ``verdict`` weighs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.quotes.content import is_that
from core.quotes.cues import read_cue
from core.quotes.flow import Word
from core.quotes.lexicon import folded, words
from core.quotes.name_heads import ART, DEFINITE_HEADS, bare_head, heads_work, word_back
from core.quotes.nouns import is_head
from core.quotes.verbal import is_verb_shaped, is_verbal_noun

LONGEST_NAME = 7
"""Words: titles of works are longer only behind a head noun (كتاب "…")."""
_LONGEST_TITLE = 14
_LONGEST_EVENT = 4
_LONGEST_APPOSED, _APPOSED_REACH = 2, 3
# What opens an object, an adverb or a predicate: no name behind a definite phrase.
_NO_APPOSED = folded("غير وقف عدم أي كل بعض جدا أكثر أقل لا لم لن ليس في من على عن إلى هو هي")
_RELATIVES = folded("الذي التي الذين اللذان اللتان اللذين اللتين اليوم الآن")
_CALLED = folded(
    "المسمى المسماة المسمي يسمى تسمى سمي سميت المعروف المعروفة يعرف تعرف عرف الملقب الملقبة "
    "يلقب لقب بلقب المدعو المدعوة يدعى تدعى اسم باسم عنوان بعنوان المعنون المعنونة شعار "
    "هاشتاغ وسم يطلق أطلق اسمه اسمها تسميته المعروفين لما بما"
)
_CALLING = folded("يطلق تطلق أطلق أطلقت أطلقوا يطلقون أطلقا تطلقان يسمي تسمي سمى سمت ليطلق")
_CALLED_ONE = folded("نفسه نفسها أنفسهم عليه عليها عليهم عليهما")
_COPULA = folded("هو هي")
# Nouns that open a name by themselves; خطة، مشروع، اتفاق are as often the speaker's own words.
_OPENERS = folded(
    "جمعة مسيرة مسيرات صفقة حملة تحالف حركة جبهة حزب كتائب كتيبة لواء جيش درع عاصفة معركة "
    "ثورة انتفاضة ائتلاف رابطة سرايا فيلق مهرجان جماعة منظمة عملية"
)
_CONSIDERS = folded(
    "اعتبر اعتبرت يعتبر تعتبر معتبرا معتبرة اعتبره اعتبرها وصف وصفت يصف تصف واصفا واصفة "
    "سمى سماه سماها سمته سمتها أسماه أسماها عد عدت يعد تعد"
)
_NAMING, _SHORTEST_VERB = folded("سمى أسمى وصف نعت لقب اعتبر"), 3
_NAME_NOUNS = folded("اسم اسمه اسمها واسمه واسمها لقب لقبه لقبها عنوان عنوانه عنوانها شعاره شعارها")
_WORDS = folded(
    "عبارة عبارات كلمة كلمات كلمتي كلمتين مصطلح مصطلحات لفظ ألفاظ أسماء جملة جمل بعبارة بعبارات"
)
_LIKE = folded("مثل ك")
_PLACES, _ON = folded("مدونة موقع صفحة قناة منصة حساب"), folded("على في عبر وعلى وفي وعبر")
_SLOGANS, _SHOUTING = folded("شعار عبارة"), folded("ردد هتف صرخ صاح")


def is_called(flow: Sequence[Word], numbers: range) -> bool:
    """Whether a word of naming leads to the marked words: يسمى "…"، تطلق على نفسها "…"."""
    first = numbers.start
    led = word_back(flow, first, 1)
    if led in _CALLED:
        return len(numbers) <= _LONGEST_TITLE and not (led in _SLOGANS and _is_shouted(flow, first))
    earlier = word_back(flow, first, 2)
    if led in ("ب", "بال", "ال") and earlier in _CALLED:
        return len(numbers) <= LONGEST_NAME
    if len(numbers) > LONGEST_NAME:
        return earlier in _WORDS and led in _LIKE
    if led in _CALLED_ONE and (earlier in _CALLING or word_back(flow, first, 3) in _CALLING):
        return True
    if led in _COPULA:
        return any(word_back(flow, first, back) in _NAME_NOUNS for back in (2, 3, 4))
    return led in _LIKE and (earlier in _WORDS or heads_work(earlier))


def is_headed(flow: Sequence[Word], numbers: range) -> bool:
    """Whether a noun whose names follow it stands before: فيلم "…"، أفلامها الجديدة "…"."""
    first = numbers.start
    led = word_back(flow, first, 1)
    if not led or ":" in flow[first].gap:
        return False
    if heads_work(led):
        if bare_head(led) in _SLOGANS and _is_shouted(flow, first):
            return False
        if _is_his_place(led, word_back(flow, first, 2)) and len(numbers) > 2:
            return False
        if led.startswith("ال") and is_that(word_back(flow, first, 2)):
            return False  # the subject of a clause, and the marked words say something of it
        return not _describes(led, flow, numbers)
    if led[:1] == "ل" and led[:2] != "لل" and heads_work(led[1:]):
        return len(numbers) <= LONGEST_NAME
    if _is_body(flow, numbers) or _is_apposed(flow, numbers):
        return True
    noun = word_back(flow, first, 2)
    if noun.startswith("ال") and noun not in DEFINITE_HEADS:
        noun = word_back(flow, first, 3)  # برنامجها الخيري المشترك "…"
    art = bare_head(noun) in ART
    return art and led.startswith("ال") and len(numbers) <= LONGEST_NAME


def _is_his_place(led: str, before: str) -> bool:
    """قال على مدونته "…": where somebody wrote, not what it is called."""
    owned = led.endswith(("ه", "ها", "هم")) and bare_head(led) != led
    return owned and bare_head(led) in _PLACES and before in _ON


def _is_shouted(flow: Sequence[Word], first: int) -> bool:
    """مرددين شعار "…": a slogan that people shout is their own words, no name."""
    return any(
        reading.cue.lemma in _SHOUTING
        for back in (2, 3)
        for reading in read_cue(word_back(flow, first, back))
    )


def _is_body(flow: Sequence[Word], numbers: range) -> bool:
    """المنظمة البيئية "جمعية الساحل": a body's name behind its noun and an adjective."""
    first = numbers.start
    noun, led = word_back(flow, first, 2), word_back(flow, first, 1)
    named = 2 <= len(numbers) <= LONGEST_NAME and is_head(flow[first].text, "organisation")
    return (
        named and led.startswith("ال") and noun.startswith("ال") and is_head(noun, "organisation")
    )


def _is_apposed(flow: Sequence[Word], numbers: range) -> bool:
    """السفينة الشراعية "ديكا"، غاز الأعصاب "فيكا": a short name behind a definite phrase.

    Without the article the marked words are no adjective of it; where the phrase is the subject of
    a clause or a second object, they may say something of it.
    """
    first = numbers.start
    inside = flow[first]
    written = [n for n in numbers if not flow[n].text.isdigit()]
    if len(written) > _LONGEST_APPOSED or inside.is_definite or inside.text in _NO_APPOSED:
        return False
    if inside.text.startswith("بال") or (inside.text[:1] == "م" and inside.text[-1:] in "اه"):
        return False
    for back in range(2, _APPOSED_REACH + 1):
        if not _is_attribute(flow, first, back - 1):
            return False
        noun = word_back(flow, first, back)
        if _heads_phrase(noun) and not _considers(noun):
            leading = [word_back(flow, first, back + more) for more in (1, 2)]
            if is_that(leading[0]) and not _acts_on(flow, numbers.stop):
                return False
            return not any(_considers(text) for text in leading)
    return False


def _acts_on(flow: Sequence[Word], after: int) -> bool:
    """Whether the clause goes on with its verb behind the mark: it has said nothing before."""
    verb = flow[after] if after < len(flow) else None
    if verb is None or verb.gap.strip(_MARKS):
        return False
    return is_verb_shaped(verb.text) or (verb.text[:1] in "يت" and len(verb.text) > _SHORTEST_VERB)


def _considers(text: str) -> bool:
    """Whether a word says what something is held to be (اعتبر، يسمونه)."""
    return text in _CONSIDERS or any(r.cue.lemma in _NAMING for r in read_cue(text))


def _is_attribute(flow: Sequence[Word], at: int, back: int) -> bool:
    """Whether the word ``back`` places before is a definite noun or adjective of a phrase."""
    text = word_back(flow, at, back)
    return bool(text) and flow[at - back].is_definite and text not in _RELATIVES


def _heads_phrase(text: str) -> bool:
    """Whether a noun, with article and proclitic or without, has names after it."""
    if text[:1] in ("و", "ب", "ل", "ف") and text[1:3] == "ال":
        text = text[1:]
    return heads_work(text.removeprefix("ال")) or (text.startswith("لل") and heads_work(text[2:]))


def is_agent(flow: Sequence[Word], numbers: range) -> bool:
    """Whether the marked words begin a line and act in it: "النخيل" تنفي توقف العمل.

    The verb that follows is a cue in the imperfect, or one with a clause of its own.
    """
    first, after = numbers.start, numbers.stop
    if len(numbers) > _LONGEST_EVENT or after >= len(flow) or flow[after].gap.strip(_MARKS):
        return False
    if "\n" not in flow[first].gap:
        return False
    cues = [r.cue for r in read_cue(flow[after].text) if r.cue.is_finite and r.cue.person == 3]
    if not cues:
        return False
    if flow[after].text[:1] in ("ي", "ت"):
        return True
    return after + 1 < len(flow) and is_that(flow[after + 1].text)


_MARKS = " \"'“”«»‹›‘’"


def opens_a_name(flow: Sequence[Word], numbers: range) -> bool:
    """Whether the marked words are an event or group named by its noun: "حملة الشتاء الدافئ".

    Right behind a cue, أن or one-letter preposition they are somebody's words all the same.
    """
    first = numbers.start
    if not 2 <= len(numbers) <= _LONGEST_EVENT or ":" in flow[first].gap:
        return False
    if flow[first].text not in _OPENERS or not flow[first + 1].is_definite:
        return False
    led = word_back(flow, first, 1)
    if len(led) < 2 or is_that(led) or is_cue(led):
        return False
    return not any(word_back(flow, first, back) in _CONSIDERS for back in (2, 3, 4, 5))


def is_label(flow: Sequence[Word], first: int) -> bool:
    """Whether the marked words at ``first`` are what somebody calls somebody: واصفا إياه ب"…"."""
    if word_back(flow, first, 1) != "ب":
        return False
    return any(_labels(word_back(flow, first, back)) for back in range(2, _LABEL_REACH))


def _labels(text: str) -> bool:
    """Whether a word is a verb of calling somebody something; تسمية is a noun first."""
    cues = [reading.cue for reading in read_cue(text) if reading.cue.lemma in _NAMING]
    return bool(cues) and all(cue.mood != "masdar" for cue in cues)


def is_cue(text: str) -> bool:
    """Whether a word can be a reporting verb or noun."""
    return any(True for _ in read_cue(text))


def _describes(led: str, flow: Sequence[Word], numbers: range) -> bool:
    """Whether the words after a head noun say what it is like: عملية "جبانة"; or are a speech."""
    first = flow[numbers.start]
    if first.text in _DEGREES:
        return True
    if first.text in _CHARGES and _is_governed(flow, numbers.start):
        return False  # نقل أموال لجماعة "إرهابية": a label at a distance, nobody's words
    if len(numbers) == 1 and bare_head(led) in words("event_heads"):
        return first.text.endswith("ه") and not first.is_definite
    if bare_head(led) in _SETTLED and not first.is_definite and first.text.endswith(("ي", "يه")):
        return True
    if len(numbers) > _LONGEST_TITLE:
        return True
    if len(numbers) > 1 and bare_head(led) not in ART and _is_clause(flow, numbers):
        return True
    return len(numbers) > LONGEST_NAME and any(
        flow[n].text in _CLAUSE_WORDS or is_that(flow[n].text) or _denies(flow, n) for n in numbers
    )


def _is_governed(flow: Sequence[Word], first: int) -> bool:
    """Whether the noun before a mark hangs on a preposition or noun of action: دعم جماعة "…"."""
    noun, before = word_back(flow, first, 1), word_back(flow, first, 2)
    led = noun[:1] in ("ل", "ب") and bare_head(noun) != noun
    acted = is_verbal_noun(before) or (before[:1] in ("ل", "ب") and is_verbal_noun(before[1:]))
    return led or acted or before in _PREPOSITIONS or before == "جانب"


def _denies(flow: Sequence[Word], at: int) -> bool:
    """لا with its verb: no title has it, but a sentence."""
    return flow[at].text == "لا" and at + 1 < len(flow) and flow[at + 1].text[:1] in ("ي", "ت")


def _is_clause(flow: Sequence[Word], numbers: range) -> bool:
    """Whether the words are a clause, no title: برامج "تسخر من الجمهور"، خطتها "قبل أن تبدأ"."""
    first, second = flow[numbers.start], flow[numbers.start + 1].text
    verb = first.text[:1] in ("ي", "ت") and len(first.text) > 3
    return (verb and second in _PREPOSITIONS) or (first.text in _CONJUNCTIONS and is_that(second))


_LABEL_REACH = 5
_CHARGES = folded("إرهابية إرهابي إرهابيين متطرفة متشددة محظورة انفصالية")
_DEGREES = folded("غير شديد شديدة بالغ بالغة ذات ذو شبه الأكثر أكثر الأقل أقل")
# What is concluded or planned is described oftener than named: اتفاق "مبدئي على …".
_SETTLED = folded("اتفاق اتفاقية مشروع خطة قرار نظام قانون مؤتمر تقرير عملية حرب خيار قائد")
_PREPOSITIONS = folded("من في على عن إلى ب ل مع")
_CONJUNCTIONS = folded("قبل بعد دون منذ إلا حتى بدون")
_CLAUSE_WORDS = folded("لقد سوف نحن أنا لن لم ليس كانت كان هناك")
