"""The quotes of an article: marks and cues brought together, sentence by sentence.

1. marked spans; 2. sentences of words; 3. names among the marked spans; then for each sentence:
4. frames, 5. cues with content and speaker, 6. marked words that no cue before them claims;
7. every claimed mark is a direct quote, every content without one an indirect quote, every other
mark is in ``scare``. What is known of speakers grows from sentence to sentence (``resolve``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.model import (
    Attribution,
    ChainLink,
    Mention,
    Quote,
    QuoteKind,
    Span,
    Stance,
    TimeExpression,
)
from core.quotes.chain import find_via, is_own, media_at, read_medium
from core.quotes.clauses import Content, content_end, find_content, is_adverbial, is_that
from core.quotes.cues import CueReading, read_cue
from core.quotes.flow import Sentence, Word, read_flow
from core.quotes.frames import Frame, frame_starts
from core.quotes.marks import Marked, find_marked
from core.quotes.phrases import Phrase, Reader, bare, is_source_head
from core.quotes.resolve import Memory, Source, agrees, merged, source_of
from core.quotes.verdict import name_marks
from core.text.article import ArticleText
from core.text.fold import fold_key


@dataclass(slots=True)
class Report:
    """One report of a sentence: words ``begin`` to ``end``, said by ``source``."""

    begin: int
    end: int
    cut: int
    cue: Span | None
    stance: Stance | None
    source: Source | None
    rule: str
    via: tuple[ChainLink, ...] = ()
    marker: str = "that"
    cue_word: int = 0
    gate: int = 0
    unknown: str | None = None
    said_on: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Quotes in order and marked spans that are none."""

    quotes: tuple[Quote, ...]
    scare: tuple[Span, ...]


def find_in_article(
    article: ArticleText, mentions: Sequence[Mention], dates: Sequence[TimeExpression]
) -> Found:
    """All quotes of the article with their attribution."""
    marked = find_marked(article.source, article.lines)
    sentences = read_flow(article, marked)
    flow = [word for sentence in sentences for word in sentence.words]
    names = name_marks(article, marked, flow, mentions)
    finder = _Finder(article, marked, mentions, dates, names, own_names(article))
    for sentence in sentences:
        finder.read_sentence(sentence)
    return finder.result()


def own_names(article: ArticleText) -> frozenset[str]:
    """Folded names of the outlet itself, from the record and a dateline ("دبي (CNN)")."""
    names = set()
    if article.article.outlet:
        names.add(fold_key(article.article.outlet).lower())
    source = article.source
    for line in article.lines[:2]:
        head = source[line.start : min(line.end, line.start + 70)]
        if "(" in head and ")" in head and ("-" in head or "—" in head or "–" in head):
            inside = head.split("(", 1)[1].split(")", 1)[0]
            if 0 < len(inside) < 20:
                names.add(fold_key(inside).lower())
    return frozenset(names)


@dataclass
class _Finder:
    article: ArticleText
    marked: Sequence[Marked]
    mentions: Sequence[Mention]
    dates: Sequence[TimeExpression]
    names: frozenset[int]
    own: frozenset[str]
    reader: Reader = field(init=False)
    memory: Memory = field(default_factory=Memory)
    quotes: list[Quote] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.reader = Reader(self.article, self.mentions, self.names)

    # -- one sentence ---------------------------------------------------------------------

    def read_sentence(self, sentence: Sentence) -> None:
        frames = frame_starts(sentence, self.reader)
        self._note_documents(sentence)
        reports = self._cue_reports(sentence, frames)
        reports = self._apply_frames(sentence, frames, reports)
        reports += self._stray_marks(sentence, reports)
        reports.sort(key=lambda report: (report.begin, -report.end))
        self._emit(sentence, reports)
        self._remember_names(sentence)

    def _cue_reports(self, sentence: Sentence, frames: list[Frame]) -> list[Report]:
        items = sentence.words
        reports: list[Report] = []
        starts = frozenset(frame.at for frame in frames)
        inside_frames = {n for frame in frames for n in range(frame.at, frame.end)}
        at = 0
        until = 0
        while at < len(items):
            word = items[at]
            visible = word.mark < 0 or word.mark in self.names
            if not visible or at < until or at in inside_frames:
                at += 1
                continue
            report = self._report_at(sentence, at, reports, starts, frames)
            if report is not None:
                reports.append(report)
                until = max(report.end, at + 1)
                at = until
                continue
            at += 1
        return reports

    def _report_at(
        self,
        sentence: Sentence,
        at: int,
        earlier: list[Report],
        starts: frozenset[int],
        frames: list[Frame],
    ) -> Report | None:
        items = sentence.words
        for reading in read_cue(items[at].text):
            cue = reading.cue
            if cue.person == 1 or not _may_report(items, at, reading):
                continue
            if cue.lemma == _CARRY:
                report = self._carried(sentence, at, reading, starts)
                if report is not None:
                    return report
                continue
            content = find_content(sentence, at, reading, self.names)
            if content is None:
                continue
            end = content_end(sentence, content.begin, self.names, starts)
            if content.marker in ("noun", "preposition") and end - content.begin < 2:
                if not any(items[n].mark >= 0 for n in range(content.begin, end)):
                    continue
            if end <= content.begin:
                continue
            report = self._attributed(sentence, at, reading, content, end, earlier, frames)
            nested = self._nested(sentence, report, content, end, starts, frames)
            return nested or report
        return None

    def _attributed(
        self,
        sentence: Sentence,
        at: int,
        reading: CueReading,
        content: Content,
        end: int,
        earlier: list[Report],
        frames: list[Frame],
    ) -> Report:
        items = sentence.words
        gate = content.gate
        source, rule, via, unknown = self._speaker(sentence, at, reading, content, earlier)
        via = via + find_via(self.reader, sentence, at + 1, gate, self.own)
        for frame in frames:
            if at < frame.at < gate and frame.medium and frame.phrase is not None:
                link = self._link(sentence, frame)
                via = via + ((link,) if link else ())
        if not via and source is not None:
            via = source.via
        if source is not None:
            source = replace(source, via=via or source.via)
            self.memory.add(source)
        cue_span = self.article.page.span(items[at].start + reading.cut, items[at].end)
        return Report(
            content.begin,
            end,
            content.cut,
            cue_span,
            reading.cue.stance,
            source,
            rule,
            via,
            content.marker,
            at,
            gate,
            unknown,
            self._said_on(sentence, at, content),
        )

    def _nested(
        self,
        sentence: Sentence,
        report: Report,
        content: Content,
        end: int,
        starts: frozenset[int],
        frames: list[Frame],
    ) -> Report | None:
        """The report inside a medium's report: "ذكرت الصحيفة أن الوزير أبلغ … بأن …"."""
        source = report.source
        if source is None or content.marker != "that" or not self._is_medium(source):
            return None
        items = sentence.words
        for at in range(content.begin, min(end, content.begin + 14)):
            if items[at].mark >= 0 and items[at].mark not in self.names:
                return None
            for reading in read_cue(items[at].text):
                cue = reading.cue
                if not cue.is_finite or cue.person == 1 or reading.suffix:
                    continue
                inner = find_content(sentence, at, reading, self.names)
                if inner is None or inner.begin >= end or inner.marker == "noun":
                    continue
                stop = content_end(sentence, inner.begin, self.names, starts)
                link = ChainLink(source.name, source.span, source.entity_id)
                found = self._attributed(sentence, at, reading, inner, stop, [], frames)
                if found.source is None or self._is_medium(found.source):
                    return None
                found.via = () if is_own(link.name, self.own) else (link,)
                found.rule = "report-in-report"
                found.source = replace(found.source, via=found.via)
                self.memory.add(found.source)
                return found
        return None

    # -- speakers -------------------------------------------------------------------------

    def _speaker(
        self,
        sentence: Sentence,
        at: int,
        reading: CueReading,
        content: Content,
        earlier: list[Report],
    ) -> tuple[Source | None, str, tuple[ChainLink, ...], str | None]:
        cue = reading.cue
        if cue.mood == "masdar":
            return self._owner(sentence, at, reading, earlier)
        if cue.mood == "participle":
            return self._governor(sentence, at, reading, earlier)
        if not self._implicit(sentence, at):
            phrase = self.reader.read(sentence, at + 1, content.gate)
            if phrase is not None and self._may_be_subject(sentence, at, phrase, reading):
                source = self._known(phrase, cue.gender, cue.number)
                return source, "verb-subject", (), None
            phrase = self._subject_before(sentence, at, reading)
            if phrase is not None:
                source = self._known(phrase, cue.gender, cue.number)
                return source, "subject-verb", (), None
        source = self._from_reports(earlier, reading) or self.memory.last(cue.gender, cue.number)
        if source is not None:
            return source, "subject-in-verb", (), None
        source = self._nearest_mention(sentence, at, reading)
        if source is not None:
            return source, "nearest-name", (), None
        return None, "no-subject", (), "the verb has no subject and no earlier speaker agrees"

    def _implicit(self, sentence: Sentence, at: int) -> bool:
        """أنها طالبت، لكنه شدد: a pronoun before the verb is its subject."""
        if at == 0:
            return False
        before = sentence.words[at - 1].text
        return before in _PRONOUN_BEFORE

    def _may_be_subject(
        self, sentence: Sentence, at: int, phrase: Phrase, reading: CueReading
    ) -> bool:
        first = sentence.words[at + 1]
        if phrase.kind == "role" and not is_source_head(first.text):
            at_phrase = self.article.page.index(phrase.span.start)
            word = next((w for w in sentence.words if w.start <= at_phrase < w.end), first)
            if not is_source_head(word.text) and not phrase.is_definite:
                return False
        if phrase.kind == "unnamed" and not is_source_head(phrase.head or first.text):
            if not _looks_plural(phrase.head):
                return False
        gender = phrase.gender
        if gender is None and phrase.kind in ("role", "organisation") and _broken(phrase.head):
            gender = "f"
        told = reading.cue.gender
        if told == "m" and gender == "f" and phrase.kind != "person":
            return "X:" not in reading.cue.takes and phrase.number is not None
        if told == "f" and gender == "m" and phrase.kind in ("role", "document", "unnamed"):
            return phrase.number == "p" or _looks_plural(phrase.head)
        return True

    def _subject_before(self, sentence: Sentence, at: int, reading: CueReading) -> Phrase | None:
        items = sentence.words
        if reading.cut and not items[at].text.startswith("ف"):
            return None
        for begin in self._subject_places(sentence, at):
            phrase = self.reader.read(sentence, begin, at)
            if phrase is None:
                continue
            if phrase.end < at and not self._reaches(sentence, phrase.end, at):
                continue
            if phrase.kind in ("role", "unnamed") and not is_source_head(phrase.head):
                if not phrase.is_definite:
                    continue
            return phrase
        return None

    def _subject_places(self, sentence: Sentence, at: int) -> list[int]:
        """Where a subject before the verb may begin, the nearest first."""
        items = sentence.words
        places = []
        for n in range(at - 1, max(-1, at - 30), -1):
            if items[n].mark >= 0 and items[n].mark not in self.names:
                break
            if items[n].text in _OPENS_SUBJECT or is_that(items[n].text):
                places.append(n + 1)
        begin = 0
        while begin < at and items[begin].text in _SENTENCE_OPENERS:
            begin += 1
        if at - begin <= 30:
            places.append(begin)
        return [place for place in places if place < at]

    def _reaches(self, sentence: Sentence, end: int, at: int) -> bool:
        """Whether nothing but a relative clause or adjuncts parts a subject from its verb."""
        items = sentence.words
        if all(items[n].text in _BETWEEN for n in range(end, at)):
            return True
        if "،" in items[at].gap or " -" in items[at].gap or items[at - 1].text in ("قد", "فقد"):
            return at - end <= 16
        if items[end].text in _RELATIVE_WORDS:
            return at - end <= 10
        return at - end <= 3

    def _owner(
        self, sentence: Sentence, at: int, reading: CueReading, earlier: list[Report]
    ) -> tuple[Source | None, str, tuple[ChainLink, ...], str | None]:
        gender, number = _OWNERS.get(reading.suffix, (None, None))
        source = self._from_reports(earlier, reading) or self.memory.last(gender, number)
        near = self._nearest_person(sentence, at)
        if near is not None and (source is None or gender is None):
            source = near
        if source is None:
            return None, "owner", (), "the pronoun points to nobody named before"
        return source, "owner", (), None

    def _nearest_person(self, sentence: Sentence, at: int) -> Source | None:
        if at == 0:
            return None
        start = sentence.words[0].start
        found = self.reader.mentions_between(start, sentence.words[at - 1].end)
        people = [m for m in found if m[0].type == "PER"]
        if not people:
            return None
        mention = people[-1][0]
        return Source(mention.name, "person", mention.span, None, "s", mention.entity_id)

    def _governor(
        self, sentence: Sentence, at: int, reading: CueReading, earlier: list[Report]
    ) -> tuple[Source | None, str, tuple[ChainLink, ...], str | None]:
        """The subject of a participle: the speaker before it, or the sentence's subject."""
        source = self._from_reports(earlier, reading)
        if source is not None:
            return source, "participle", (), None
        source = self._sentence_subject(sentence, at, reading)
        if source is not None:
            return source, "participle-subject", (), None
        source = self.memory.last(reading.cue.gender, reading.cue.number)
        if source is not None:
            return source, "participle-carried", (), None
        return None, "participle", (), "no subject before the participle agrees with it"

    def _from_reports(self, earlier: list[Report], reading: CueReading) -> Source | None:
        gender, number = reading.cue.gender, reading.cue.number
        if reading.cue.mood == "masdar":
            gender, number = _OWNERS.get(reading.suffix, (None, None))
        for report in reversed(earlier):
            if report.source is not None and agrees(report.source, gender, number):
                return report.source
        return None

    def _sentence_subject(self, sentence: Sentence, at: int, reading: CueReading) -> Source | None:
        items = sentence.words
        begin = 0
        while begin < at and items[begin].text in _SENTENCE_OPENERS:
            begin += 1
        places = [n + 1 for n in range(at - 1, begin, -1) if items[n].text in _OPENS_SUBJECT]
        for place in (begin + 1, begin, *reversed(places)):
            if place >= at or (items[place].mark >= 0 and items[place].mark not in self.names):
                continue
            phrase = self.reader.read(sentence, place, at)
            if (
                phrase is None
                or (phrase.kind in ("role", "unnamed")
                and not is_source_head(phrase.head))
            ):
                continue
            gender = reading.cue.gender
            if phrase.gender is not None and gender is not None and phrase.gender != gender:
                continue
            if phrase.kind == "document":
                continue
            return self._known(phrase, gender, reading.cue.number)
        return self._agreeing_phrase(sentence, begin, at, reading)

    def _agreeing_phrase(
        self, sentence: Sentence, begin: int, at: int, reading: CueReading
    ) -> Source | None:
        items = sentence.words
        for place in range(begin, at):
            word = items[place]
            if word.mark >= 0 and word.mark not in self.names:
                continue
            if not word.text.startswith("ال") or not is_source_head(word.text):
                continue
            if place and items[place - 1].text in _PREPS:
                continue
            phrase = self.reader.read(sentence, place, at)
            if phrase and phrase.gender == reading.cue.gender and phrase.kind != "document":
                return self._known(phrase, reading.cue.gender, reading.cue.number)
        return None

    def _nearest_mention(self, sentence: Sentence, at: int, reading: CueReading) -> Source | None:
        if reading.cut == 0 or at == 0:
            return None
        return self._nearest_person(sentence, at)

    def _known(self, phrase: Phrase, gender: str | None, number: str | None) -> Source:
        """The source a phrase names: an earlier one, when the phrase points back to it."""
        told = gender if gender in ("m", "f") else None
        earlier = self.memory.resolve(phrase)
        if earlier is None and phrase.kind in ("role", "organisation") and phrase.is_definite:
            earlier = None
        if earlier is not None:
            again = merged(earlier, phrase, told)  # type: ignore[arg-type]
            if phrase.kind == "person":
                again = replace(again, via=(), entity_id=phrase.entity_id or earlier.entity_id)
            return again
        return source_of(phrase, told, number)  # type: ignore[arg-type]

    # -- transmission ---------------------------------------------------------------------

    def _carried(
        self, sentence: Sentence, at: int, reading: CueReading, starts: frozenset[int]
    ) -> Report | None:
        """نقلت وكالة … عن … قوله: the medium is the chain, the speaker stands after عن."""
        items = sentence.words
        about = next(
            (n for n in range(at + 1, min(at + 16, len(items))) if items[n].text == _ABOUT), None
        )
        if about is None or about + 1 >= len(items):
            return None
        content, word = self._content_after(sentence, at, about + 1, reading)
        if content is None:
            return None
        phrase = self.reader.read(sentence, about + 1, content.gate)
        if phrase is None:
            return None
        end = content_end(sentence, content.begin, self.names, starts)
        if end <= content.begin:
            return None
        via = self._carrier(sentence, at, about)
        gender = None
        if word != at:
            suffix = items[word].text
            gender = "f" if suffix.endswith("ها") else "m" if suffix.endswith("ه") else None
        source = replace(self._known(phrase, gender, None), via=via)
        self.memory.add(source)
        cue = next((r for r in read_cue(items[word].text)), reading)
        return Report(
            content.begin,
            end,
            content.cut,
            self.article.page.span(items[word].start + cue.cut, items[word].end),
            "reports",
            source,
            "carried-by",
            via,
            content.marker,
            at,
            content.gate,
            None,
            self._said_on(sentence, at, content),
        )

    def _content_after(
        self, sentence: Sentence, at: int, begin: int, reading: CueReading
    ) -> tuple[Content | None, int]:
        items = sentence.words
        for n in range(begin, min(begin + 25, len(items))):
            for inner in read_cue(items[n].text):
                if inner.cue.lemma in _SAID and inner.cue.mood == "masdar" and inner.suffix:
                    content = find_content(sentence, n, inner, self.names)
                    if content is not None:
                        return replace(content, gate=n), n
            if is_that(items[n].text) and n + 1 < len(items):
                return Content(n + 1, 0, "that", n), at
            if ":" in items[n].gap or (items[n].mark >= 0 and items[n].mark not in self.names):
                return Content(n, 0, "marks" if items[n].mark >= 0 else "colon", n), at
        return None, at

    def _carrier(self, sentence: Sentence, at: int, about: int) -> tuple[ChainLink, ...]:
        if at + 1 >= about:
            phrase = None
        else:
            phrase = self.reader.read(sentence, at + 1, about)
        if phrase is None:
            return ()
        if media_at(sentence.words, at + 1):
            found = read_medium(self.reader, sentence, at + 1, about)
            if found is not None:
                return () if is_own(found[0].name, self.own) else (found[0],)
        if is_own(phrase.name, self.own):
            return ()
        known = self._known(phrase, None, None)
        return (ChainLink(known.name, phrase.span, known.entity_id),)

    def _is_medium(self, source: Source) -> bool:
        key = tuple(fold_key(source.name).split())
        words_ = tuple(Word(part, 0, 1, " ", -1, 0) for part in key)
        return bool(words_) and media_at(words_, 0) > 0

    def _link(self, sentence: Sentence, frame: Frame) -> ChainLink | None:
        found = read_medium(self.reader, sentence, frame.first, len(sentence.words), frame.cut)
        if found is None or is_own(found[0].name, self.own):
            return None
        return found[0]

    # -- frames ---------------------------------------------------------------------------

    def _apply_frames(
        self, sentence: Sentence, frames: list[Frame], reports: list[Report]
    ) -> list[Report]:
        items = sentence.words
        for frame in frames:
            before = [r for r in reports if r.end <= frame.at and r.end >= frame.at - 1]
            around = [r for r in reports if r.cue_word < frame.at < r.gate]
            if around:
                continue
            if before:
                self._trailing(sentence, frame, before[-1])
                continue
            after = [r for r in reports if r.cue_word >= frame.end]
            begin = self._frame_content(sentence, frame)
            leading = self._is_leading(sentence, frame)
            if leading and after and after[0].cue_word - begin <= 3:
                if frame.medium and frame.phrase is not None and not after[0].via:
                    link = self._link(sentence, frame)
                    after[0].via = (link,) if link else ()
                continue
            report = self._framed(sentence, frame, begin, leading, reports)
            if report is not None:
                reports.append(report)
        return reports

    def _is_leading(self, sentence: Sentence, frame: Frame) -> bool:
        items = sentence.words
        return all(items[n].text in _SENTENCE_OPENERS for n in range(frame.at)) or (
            frame.at > 0 and items[frame.at - 1].text in _SENTENCE_OPENERS and frame.at <= 4
        )

    def _frame_content(self, sentence: Sentence, frame: Frame) -> int:
        begin = frame.end
        items = sentence.words
        while begin < len(items) and (
            items[begin].text in _AFTER_FRAME or _is_then(items[begin].text)
        ):
            begin += 1
        return begin

    def _trailing(self, sentence: Sentence, frame: Frame, report: Report) -> None:
        """A frame after a report adds a link, or names who the document had it from."""
        if frame.phrase is None:
            return
        if frame.medium:
            link = self._link(sentence, frame)
            if link and not report.via:
                report.via = (link,)
            return
        via = ()
        source = self._known(frame.phrase, None, None)
        if report.source is not None and report.source.kind == "document":
            via = report.source.via
        if (
            report.source is None
            or report.source.kind == "document"
            or (report.marker == "marks" and report.source.kind != "person")
        ):
            report.source = replace(source, via=via or source.via)
            report.via = report.source.via
            report.rule = "frame-after"
            report.unknown = None
            self.memory.add(report.source)

    def _framed(
        self,
        sentence: Sentence,
        frame: Frame,
        begin: int,
        leading: bool,
        reports: list[Report],
    ) -> Report | None:
        items = sentence.words
        if frame.phrase is None:
            source = self.memory.last(None, None)
            if leading or source is None:
                return None
        else:
            source = self._known(frame.phrase, None, None)
        via = source.via
        if frame.phrase is not None:
            found = find_via(
                self.reader, sentence, frame.first + 1, min(len(items), frame.end + 3), self.own
            )
            if not frame.medium and found:
                via = found
        source = replace(source, via=via)
        rule = "frame-before"
        if leading:
            end = content_end(sentence, begin, self.names, frozenset())
        elif (
            frame.end < len(items)
            and "،" in items[frame.end].gap
            and not any(r.end <= frame.at for r in reports)
            and not _continues(items, frame.end)
        ):
            begin, end, rule = 0, len(items), "frame-within"
        else:
            begin, end, rule = self._clause_start(sentence, frame, reports), frame.at, "frame-after"
        while begin < end and items[begin].text in _SENTENCE_OPENERS:
            begin += 1
        if end - begin < 2:
            return None
        self.memory.add(source)
        cue = items[frame.cue]
        cut = 1 if cue.text[:1] in "وف" and cue.text[1:] in _FRAME_CUES else 0
        first_cut = 0
        first = items[begin].text
        if rule == "frame-after" and first.startswith("و") and begin == 0 and len(first) > 3:
            first_cut = 1 if _is_conjunction(first) else 0
        return Report(
            begin,
            end,
            first_cut,
            self.article.page.span(cue.start + cut, cue.end),
            "reports",
            source,
            rule,
            via,
            "frame",
            frame.cue,
            frame.end,
            None,
            None,
        )

    def _clause_start(self, sentence: Sentence, frame: Frame, reports: list[Report]) -> int:
        ends = [r.end for r in reports if r.end <= frame.at]
        return max(ends, default=0)

    # -- marks that no cue claims ---------------------------------------------------------

    def _stray_marks(self, sentence: Sentence, reports: list[Report]) -> list[Report]:
        """Marked words before their cue, on their own, or after a name and a colon."""
        items = sentence.words
        found: list[Report] = []
        at = 0
        while at < len(items):
            mark = items[at].mark
            if mark < 0 or mark in self.names:
                at += 1
                continue
            end = at
            while end < len(items) and items[end].mark == mark:
                end += 1
            if not any(r.begin <= at < r.end for r in reports):
                report = self._stray(sentence, at, end)
                if report is not None:
                    found.append(report)
            at = end
        return found

    def _stray(self, sentence: Sentence, begin: int, end: int) -> Report | None:
        items = sentence.words
        after = self._cue_after(sentence, begin, end)
        if after is not None:
            return after
        if begin > 0 and ":" in items[begin].gap:
            phrase = self.reader.read(sentence, 0, begin)
            if phrase is not None and phrase.end == begin and begin <= 8:
                source = self._known(phrase, None, None)
                self.memory.add(source)
                return Report(begin, end, 0, None, None, source, "name-colon", marker="marks")
            released = self._released(sentence, begin, end)
            if released is not None:
                return released
            source = self.memory.last(None, None)
            if source is not None and end - begin >= 4:
                return Report(begin, end, 0, None, None, source, "colon", source.via, "marks")
        if end - begin >= 8 and not sentence.in_headline:
            source = self._nearest_person(sentence, begin) if begin else None
            source = source or self.memory.last(None, None)
            alone = begin == 0 and end == len(items)
            if alone or end - begin >= 12:
                rule = "alone" if alone else "long"
                unknown = None if source else "no cue, and nobody named before"
                via = source.via if source else ()
                return Report(
                    begin, end, 0, None, None, source, rule, via, "marks", unknown=unknown
                )
        return None

    def _released(self, sentence: Sentence, begin: int, end: int) -> Report | None:
        """صدر عن … البيان الآتي: the statement's issuers are its speakers."""
        items = sentence.words
        for n in range(begin - 1, -1, -1):
            if items[n].text in _ISSUED and n + 2 < begin and items[n + 1].text == _ABOUT:
                phrase = self.reader.read(sentence, n + 2, begin)
                if phrase is None:
                    return None
                source = self._known(phrase, None, None)
                self.memory.add(source)
                cue = self.article.page.span(items[n].start, items[n].end)
                return Report(begin, end, 0, cue, "announces", source, "issued-by", marker="marks")
        return None

    def _cue_after(self, sentence: Sentence, begin: int, end: int) -> Report | None:
        """ "…"، قال زيد: the cue right after the closing mark, with its subject."""
        items = sentence.words
        for at in range(end, min(end + 4, len(items))):
            if items[at].mark >= 0:
                return None
            for reading in read_cue(items[at].text):
                cue = reading.cue
                if not cue.is_finite or cue.person == 1 or reading.cut or '"' not in cue.takes:
                    continue
                if find_content(sentence, at, reading, self.names) is not None and at > end:
                    continue
                limit = len(items)
                phrase = self.reader.read(sentence, at + 1, limit) if at + 1 < limit else None
                source = None
                if phrase is not None and self._may_be_subject(sentence, at, phrase, reading):
                    source = self._known(phrase, cue.gender, cue.number)
                    self.memory.add(source)
                elif at > end and "X:" not in cue.takes:
                    continue
                else:
                    source = self.memory.last(cue.gender, cue.number)
                span = self.article.page.span(items[at].start, items[at].end)
                via = find_via(self.reader, sentence, at + 1, min(limit, at + 12), self.own)
                unknown = None if source else "the cue after the quote has no subject"
                return Report(
                    begin,
                    end,
                    0,
                    span,
                    cue.stance,
                    source,
                    "cue-after",
                    via,
                    "marks",
                    unknown=unknown,
                )
        return None

    # -- memory beside reports ------------------------------------------------------------

    def _note_documents(self, sentence: Sentence) -> None:
        """تقرير أوردته شبكة … نقلا عن مسؤول: who stands behind the report spoken of later."""
        items = sentence.words
        for at in range(1, len(items) - 1):
            if items[at].text not in _CARRIED_IT or not _is_document(items[at - 1].text):
                continue
            found = read_medium(self.reader, sentence, at + 1, len(items))
            if found is None:
                phrase = self.reader.read(sentence, at + 1, len(items))
                if phrase is None or phrase.kind != "organisation":
                    continue
                link, after = ChainLink(phrase.name, phrase.span, phrase.entity_id), phrase.end
            else:
                link, after = found
            via = () if is_own(link.name, self.own) else (link,)
            head = items[at - 1]
            name = f"{self.reader.surface(head.start, head.end)} {link.name}"
            span = self.article.page.span(head.start, head.end)
            key = bare(head.text)
            self.memory.add(
                Source(name, "document", span, "m", "s", None, frozenset({key}), key, via)
            )
            for n in range(after, min(after + 3, len(items) - 2)):
                if items[n].text == fold_key("نقلا") and items[n + 1].text == _ABOUT:
                    phrase = self.reader.read(sentence, n + 2, len(items))
                    if phrase is not None:
                        self.memory.add(replace(source_of(phrase, None, None), via=via))

    def _remember_names(self, sentence: Sentence) -> None:
        """People introduced with a title outside any report can be meant by it later."""
        return None

    # -- results --------------------------------------------------------------------------

    def _said_on(self, sentence: Sentence, at: int, content: Content) -> str | None:
        """The value of the time expression between cue and content, or right before the cue."""
        items = sentence.words
        page = self.article.page
        begin = page.position(items[at].start)
        end = page.position(items[content.gate].start)
        for date in self.dates:
            if begin <= date.start and date.end <= end and date.type in ("DATE", "TIME"):
                return date.value
        return None

    def _emit(self, sentence: Sentence, reports: list[Report]) -> None:
        items = sentence.words
        until = 0
        for report in reports:
            marks = []
            for n in range(report.begin, report.end):
                mark = items[n].mark
                if mark >= 0 and mark not in self.names and mark not in marks:
                    marks.append(mark)
            if marks:
                for mark in marks:
                    if mark not in self.claimed:
                        self.claimed.add(mark)
                        self._append("direct", self.marked[mark].inside, sentence, report)
                until = max(until, report.end)
                continue
            if report.begin < until or report.marker == "marks":
                continue
            last = items[report.end - 1]
            span = self.article.page.span(items[report.begin].start + report.cut, last.end)
            if report.begin + 1 >= report.end and report.marker != "that":
                continue
            self._append("indirect", span, sentence, report)
            until = report.end

    def _append(self, kind: QuoteKind, span: Span, sentence: Sentence, report: Report) -> None:
        source = report.source
        attribution = Attribution(
            report.cue,
            report.stance,
            source.span if source else None,
            source.name if source else None,
            source.kind if source else None,
            source.entity_id if source else None,
            source.unnamed_class if source else None,
            report.via,
            report.rule,
            report.unknown if source is None else None,
        )
        about = tuple(
            dict.fromkeys(
                m.entity_id for m in self.mentions if span.start <= m.start and m.end <= span.end
            )
        )
        self.quotes.append(
            Quote(
                span.start,
                span.end,
                kind,
                report.rule,
                0.8,
                attribution,
                report.said_on,
                sentence.in_headline,
                about,
            )
        )

    def result(self) -> Found:
        scare = tuple(
            span.inside for number, span in enumerate(self.marked) if number not in self.claimed
        )
        quotes = tuple(sorted(self.quotes, key=lambda quote: (quote.start, quote.end)))
        return Found(quotes, scare)


_CARRY = fold_key("نقل")
_ABOUT = fold_key("عن")
_SAID = frozenset(map(fold_key, "قال أكد صرح أضاف أوضح".split()))
_ISSUED = frozenset(map(fold_key, "صدر صدرت أصدر وصدر أصدرت".split()))
_CARRIED_IT = frozenset(
    map(fold_key, "أوردته أوردتها نشرته نشرتها بثته نشره بثتها أعدته أصدرته أصدرتها نشرها".split())
)
_PRONOUN_BEFORE = frozenset(
    map(
        fold_key,
        "أنه أنها أنهم أنهما لكنه لكنها ولكنه ولكنها لكنهم فإنه فإنها وهو وهي وهم هو هي "
        "كأنه لأنه لأنها".split(),
    )
)
_OPENS_SUBJECT = frozenset(
    map(
        fold_key,
        "كان كانت وكان وكانت لكن ولكن بينما فيما أما وأما غير حيث إذ بيد وكانا كانوا "
        "وفيما وبينما".split(),
    )
)
_SENTENCE_OPENERS = frozenset(
    map(
        fold_key,
        "لكن ولكن كان كانت وكان وكانت أما وأما هذا وقد قد لقد فيما وفيما بينما غير أن إن وإن كما وكما "
        "ثم وفي حين وأن ويذكر يذكر حيث بدوره بدورها من ومن جهته جهتها جانبه جانبها جهة جانب إلى أخرى آخر "
        "ذلك هكذا".split(),
    )
)
_BETWEEN = frozenset(
    map(
        fold_key,
        "قد فقد أيضا كذلك نفسه نفسها ذاته ذاتها حينها آنذاك بدوره بدورها كان كانت سبق".split(),
    )
)
_RELATIVE_WORDS = frozenset(map(fold_key, "الذي التي الذين اللذان".split()))
_PREPS = frozenset(map(fold_key, "في من على إلى عن مع بين".split()))
_AFTER_FRAME = frozenset(map(fold_key, "فقد قد فإن فإنه فإنها فان إن أن أيضا أمس اليوم".split()))
_FRAME_CUES = frozenset(map(fold_key, "بحسب حسب وفق وفقا طبقا حسبما نقلا".split()))
_OWNERS = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هما": (None, "d"),
    "هن": ("f", "p"),
}


def _is_then(text: str) -> bool:
    return text in ("فان", "فانه", "فانها", "فقد")


def _may_report(items: Sequence[Word], at: int, reading: CueReading) -> bool:
    """Whether the form can report here at all: an adverbial participle, an owned noun, a verb."""
    text = items[at].text
    cue = reading.cue
    if cue.mood == "participle":
        return not text.startswith("ال") and is_adverbial(text, reading)
    if cue.mood == "masdar":
        return bool(reading.suffix) and cue.lemma in _SAID_NOUNS
    if reading.cut and text[:1] not in "وفس":
        return False
    if at and items[at - 1].text in _NEGATIONS and cue.stance != "denies":
        return False
    if cue.lemma in _PASSIVE_LOOKING and not reading.suffix and cue.mood == "imperfect":
        return False
    return True


_NEGATIONS = frozenset(map(fold_key, "لم لا لن".split()))
_PASSIVE_LOOKING = frozenset(map(fold_key, "سمى وصف نعت".split()))
_SAID_NOUNS = frozenset(
    map(
        fold_key,
        "قال أكد صرح أعلن حذر نفى دعا زعم وصف تحدث طالب اتهم شدد أشار اعتبر تعهد هدد وعد كشف".split(),
    )
)


def _looks_plural(head: str) -> bool:
    return head.endswith(("ون", "ين", "ان", "ات"))


def _broken(head: str) -> bool:
    return len(head) == 5 and head[0] == "ا" and head[3] == "ا"


def _continues(items: Sequence[Word], at: int) -> bool:
    text = items[at].text
    return text.startswith("و") or text in ("فيما", "بينما", "لكن", "حيث")


def _is_document(text: str) -> bool:
    return bare(text) in map(fold_key, ("تقرير", "بيان", "مقال", "دراسة", "تصريحات", "مقابلة"))


def _is_conjunction(text: str) -> bool:
    """Whether the و at the head of a sentence is the conjunction (not وزارة، وكالة، وفد)."""
    return not text.startswith(_OWN_WAW)


_OWN_WAW = tuple(
    map(
        fold_key,
        "وزير وزراء وزارة وكال وفد وفاة وحدة وثائق وثيقة وسط وسائل واشنطن ولاية وقف وقع "
        "وصل وضع وافق وجه واصل وقال وعد وجد وسيط وادي والد ورد".split(),
    )
)
