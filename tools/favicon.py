"""Draws ``static/favicon.png``: two Arabic quotation marks on the accent colour.

Run once when the mark changes: ``python tools/favicon.py``. Drawn as shapes, so that it needs no
font; four times too large and scaled down, which smooths the edges.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

SIZE, SCALE = 128, 4
ACCENT, PAPER = "#0b6e69", "#ffffff"
TARGET = Path(__file__).parents[1] / "static" / "favicon.png"


def chevron(draw: ImageDraw.ImageDraw, x: int, opens: int) -> None:
    """One angle of a guillemet whose point lies at ``x``; ``opens`` is 1 or -1."""
    points = [(x + opens * 17, 38), (x, 64), (x + opens * 17, 90)]
    scaled = [(px * SCALE, py * SCALE) for px, py in points]
    draw.line(scaled, fill=PAPER, width=9 * SCALE, joint="curve")
    for px, py in scaled:
        radius = 4.5 * SCALE
        draw.ellipse((px - radius, py - radius, px + radius, py + radius), fill=PAPER)


def main() -> None:
    image = Image.new("RGBA", (SIZE * SCALE, SIZE * SCALE), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, SIZE * SCALE - 1, SIZE * SCALE - 1), 28 * SCALE, fill=ACCENT)
    for x, opens in ((26, 1), (47, 1), (81, -1), (102, -1)):
        chevron(draw, x, opens)
    image.resize((SIZE, SIZE), Image.Resampling.LANCZOS).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
