"""Write tests/cases/quotes_marks.yaml: every mark system with every shape a quote comes in.

Run from the project's root: python tools/build_quote_cases.py
"""

from __future__ import annotations

from pathlib import Path

SYSTEMS = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "curly-turned": ("”", "“"),
    "guillemets": ("«", "»"),
    "guillemets-turned": ("»", "«"),
    "low-high": ("„", "“"),
    "doubled-straight": ('""', '""'),
    "doubled-single": ("''", "''"),
    "doubled-guillemets": ("««", "»»"),
    "single-angle": ("‹", "›"),
    "mixed": ("“", '"'),
}
SHAPES = {
    "plain": "قال سالم الأيوبي {o}[الرصيف جاهز للعمل](direct){c}.",
    "colon": "قال سالم الأيوبي: {o}[الرصيف جاهز للعمل](direct){c}.",
    "blanks-inside": "قال سالم الأيوبي: {o} [الرصيف جاهز للعمل](direct) {c}.",
    "no-break-blank": "قال سالم الأيوبي: {o}\u00a0[الرصيف جاهز للعمل](direct)\u00a0{c}.",
    "stop-inside": "قال سالم الأيوبي: {o}[الرصيف جاهز للعمل.](direct){c}",
    "two-sentences": "قال سالم الأيوبي: {o}[الرصيف جاهز. نفتحه غدا](direct){c}.",
    "two-paragraphs": "قال سالم الأيوبي: {o}[الرصيف جاهز للعمل.\nوسنفتحه غدا للسفن](direct){c}.",
    "three-paragraphs": (
        "قال سالم الأيوبي: {o}[الرصيف جاهز للعمل.\nوسنفتحه غدا.\nوالدعوة عامة للجميع](direct){c}."
    ),
    "two-quotes": "قال سالم الأيوبي إن العمل {o}[سريع](direct){c} و{o}[متقن](direct){c}.",
    "clitic": "وصف سالم الأيوبي العمل بـ{o}[المتقن جدا](direct){c}.",
    "name-and-quote": (
        "قال سالم الأيوبي لصحيفة {o}[الشاطئ](scare){c} إن العمل {o}[متقن](direct){c}."
    ),
    "never-closed": "قال سالم الأيوبي: {o}[الرصيف جاهز للعمل غدا](direct)",
}


def main() -> None:
    """Write the file."""
    lines = [
        "# Made by tools/build_quote_cases.py from mark systems and shapes written by hand there.",
        "# Invented people and matters. Fields as in quotes.yaml.",
    ]
    for system, (opening, closing) in SYSTEMS.items():
        for shape, pattern in SHAPES.items():
            text = pattern.format(o=opening, c=closing).replace("\n", "\\n").replace('"', '\\"')
            quotes = pattern.count("](direct)")
            expect = ", ".join(["{speaker: سالم الأيوبي}"] * quotes)
            lines.append(
                f'- {{label: {system}-{shape}, text: "{text}", expect: [{expect}], '
                "names: {PER: [سالم الأيوبي]}}"
            )
    target = Path("tests/cases/quotes_marks.yaml")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
