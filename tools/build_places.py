"""Compile ``core/lexicons/names/places.tsv`` and ``demonyms.tsv``.

    python tools/build_places.py ../shared/corpora/places-whosonfirst.jsonl.gz ../shared/topojson

1. Countries: ``tools/names/countries.tsv`` joined with CLDR (Babel) names, placed at their label
   point in the TopoJSON world map, else at the country's first listed city.
2. World cities, regions and waters: ``tools/names/world_places.tsv`` (written by hand).
3. Governorates, larger cities, airports and bases of the Arab countries, Israel, Iran and Turkey
   from Who's On First. Names that are also ordinary words or given names are marked ``?``.

Of places with one name in one country within 1.5 degrees, the first is kept and takes the other's
spellings and Wikidata id: "درعا" and "محافظة درعا" are one place to the news.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from babel.core import get_global

from core.text.fold import fold_key
from core.text.tokens import tokenize

ROOT = Path(__file__).parents[1]
LEXICONS = ROOT / "core/lexicons/names"
SOURCES = ROOT / "tools/names"
ARAB = frozenset("AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE".split())
MIN_POPULATION = {**dict.fromkeys(ARAB, 10_000), "IL": 20_000, "TR": 100_000, "IR": 150_000}
SITE = re.compile(r"^(?:مطار|قاعدة|ميناء) ")
GENERIC = re.compile(r"^(?:محافظة|ولاية|مدينة|إمارة|منطقة|بلدية|قضاء|مركز|إقليم) (?=\S)")
# A region that is called by a direction alone ("الشمالية") is only meant beside its full name.
DIRECTION = re.compile("(?P<article>ال)?(?:شمالي|جنوبي|شرقي|غربي|وسطى|وسطي)ه?")
PLACES_HEADER = """\
# Places: countries, capitals, regions, governorates, larger cities, waters, airports and bases.
# Sources: country names CLDR (Babel) and by hand; world places by hand; Arab countries, IL, IR
# and TR from Who's On First (whosonfirst.org, CC0 and CC BY); label points Natural Earth.
# Made by tools/build_places.py. An alias starting with ? is ambiguous: it needs context to count.
# id	name	name_en	country	lat	lon	wikidata	aliases
"""
DEMONYMS_HEADER = """\
# Nationality adjectives: ISO2 and the masculine indefinite form; the other forms are derived.
# Made by tools/build_places.py from tools/names/countries.tsv (written by hand).
"""


@dataclass
class Place:
    """One place of the list being built; the first of ``names`` is the canonical one."""

    place_id: str
    name_en: str
    country: str
    lat: float | None
    lon: float | None
    names: list[str] = field(default_factory=list)
    wikidata: str = ""
    is_region: bool = False

    def spelling_keys(self) -> set[str]:
        return {fold_key(name.lstrip("?")) for name in self.names}


def rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def middles(topology: Path) -> dict[str, tuple[float, float]]:
    """ISO2 to latitude and longitude of the country's label point."""
    three_to_two = get_global("territory_aliases")
    data = json.loads((topology / "world_110m.json").read_text("utf-8"))
    points = {}
    for shape in data["objects"]["countries"]["geometries"]:
        lon, lat = shape["properties"]["ct"]
        points[three_to_two.get(shape["id"], [shape["id"]])[0]] = (lat, lon)
    return points


def countries(topology: Path, cities: list[Place]) -> tuple[list[Place], list[str]]:
    arabic, english = Locale("ar").territories, Locale("en").territories
    points = middles(topology)
    places, demonyms = [], []
    for iso, name, aliases, adjective in rows(SOURCES / "countries.tsv"):
        names = [name or arabic[iso], *filter(None, aliases.split("|"))]
        if arabic.get(iso) and fold_key(arabic[iso]) not in {
            fold_key(n.lstrip("?")) for n in names
        }:
            names.append(arabic[iso])
        lat, lon = points.get(iso, (None, None))
        if lat is None:
            home = next((city for city in cities if city.country == iso), None)
            lat, lon = (home.lat, home.lon) if home else (None, None)
        places.append(Place(f"loc-{iso.lower()}", english[iso], iso, lat, lon, names))
        demonyms += [f"{iso}\t{form}" for form in adjective.split("|") if form]
    return places, demonyms


def world_places() -> list[Place]:
    return [
        Place(
            row[0],
            row[2],
            row[3],
            float(row[4]),
            float(row[5]),
            [row[1], *filter(None, row[6].split("|"))],
        )
        for row in (line + [""] * (7 - len(line)) for line in rows(SOURCES / "world_places.tsv"))
    ]


def clean(names: list[str]) -> list[str]:
    """The Arabic names without marks, controls, brackets and doubles."""
    seen: dict[str, str] = {}
    for name in names:
        bare = re.sub(r"\s*\(.*?\)", "", name)
        bare = "".join(c for c in bare if unicodedata.category(c) not in ("Mn", "Cf")).strip(" ،-")
        if re.fullmatch(r"[ء-يٱٮ-ۓ' -]{2,40}", bare) and not re.search("[ٹڈڑںےێۆڵڕڤ]", bare):
            seen.setdefault(fold_key(bare), bare)
    return list(seen.values())


def wanted(row: dict[str, object]) -> bool:
    country, kind = str(row["country"]), row["type"]
    population = int(row["population"] or 0)  # type: ignore[call-overload]
    names = row["ar"]
    if kind == "region":
        return country in ARAB | {"TR", "IR"}
    if kind == "locality":
        return population >= MIN_POPULATION.get(country, 1 << 40)
    if kind == "county":
        return country in {"SY", "IQ", "PS", "LB", "YE", "JO"} and bool(row["wikidata"])
    return kind == "campus" and country in ARAB and bool(SITE.match(names[0]))  # type: ignore[index]


def gazetteer(path: Path) -> list[Place]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        found = [row for row in map(json.loads, lines) if wanted(row)]
    order = {"region": 0, "locality": 1, "county": 2, "campus": 3}
    found.sort(key=lambda row: (order[row["type"]], -(row["population"] or 0), row["id"]))
    places = []
    for row in found:
        names = clean(row["ar"])
        if row["type"] == "campus":
            names = [name for name in names if SITE.match(name)]
        if names:
            names.sort(key=lambda name: bool(GENERIC.match(name)))
            names = [name for name in names if shares_word(name, names[0])]
            bare = [GENERIC.sub("", name) for name in names if GENERIC.match(name)]
            names += [n for n in bare if fold_key(n) not in {fold_key(x) for x in names}]
            names = [name for name in names if not is_bare_direction(name)]
            place = Place(
                f"wof-{row['id']}", row["en"] or "", row["country"], row["lat"], row["lon"]
            )
            place.is_region = row["type"] == "region"
            place.names, place.wikidata = names, row["wikidata"] or ""
            places.append(place)
    return places


def is_bare_direction(name: str) -> bool:
    """Whether the name is a direction's adjective without article ("جنوبية")."""
    match = DIRECTION.fullmatch(fold_key(name))
    return match is not None and not match["article"]


def shares_word(name: str, first: str) -> bool:
    """Whether the names have a word in common: Who's On First also lists historical names."""
    return bool(
        {w.removeprefix("ال") for w in fold_key(name).split()}
        & {w.removeprefix("ال") for w in fold_key(first).split()}
    )


def merge(groups: list[list[Place]]) -> list[Place]:
    kept: list[Place] = []
    by_key: dict[str, list[Place]] = {}
    for group in groups:
        for place in group:
            twin = next(
                (
                    other
                    for key in place.spelling_keys()
                    for other in by_key.get(key, [])
                    if same(place, other)
                ),
                None,
            )
            if twin is None:
                kept.append(place)
                for key in place.spelling_keys():
                    by_key.setdefault(key, []).append(place)
                continue
            twin.wikidata = twin.wikidata or place.wikidata
            for name in place.names:
                if fold_key(name) not in twin.spelling_keys():
                    twin.names.append(name)
                    by_key.setdefault(fold_key(name), []).append(twin)
    return kept


def same(place: Place, other: Place) -> bool:
    """Whether two places of one name are one: in one country (or PS and IL) and near each other."""
    if place.country != other.country and {place.country, other.country} != {"PS", "IL"}:
        return False
    if place.lat is None or other.lat is None or place.lon is None or other.lon is None:
        return False
    near = 3.0 if other.place_id.startswith("loc-") else 1.5
    return abs(place.lat - other.lat) < near and abs(place.lon - other.lon) < near


def mark_ambiguous(places: list[Place]) -> None:
    """Put ? before single words that may well be something else.

    All single-word towns of Who's On First; governorates only where the word is an ordinary one
    or a name of people. Places listed by hand are marked by hand.
    """
    ordinary: set[str] = set()
    for name in ("common_words.txt", "stop_words.txt", "name_enders.txt", "given_names.txt"):
        ordinary |= {fold_key(row) for row in (LEXICONS / name).read_text("utf-8").splitlines()}
    for name in ("org_heads.tsv", "loc_heads.tsv", "titles.tsv"):
        ordinary |= {fold_key(row[0]) for row in rows(LEXICONS / name)}
    with gzip.open(LEXICONS / "name_tokens.tsv.gz", "rt", encoding="utf-8") as lines:
        ordinary |= {line.split("\t")[0] for line in lines if not line.startswith("#")}
    for place in places:
        doubtful = {name[1:] for name in place.names if name.startswith("?")}
        names = [f"?{name}" if name in doubtful else name for name in place.names]
        if place.place_id.startswith("wof-"):
            names = [f"?{name}" if is_doubtful(name, place, ordinary) else name for name in names]
        place.names = list(dict.fromkeys(names))


def is_doubtful(name: str, place: Place, ordinary: set[str]) -> bool:
    key = fold_key(name)
    if name.startswith("?") or len(tokenize(key)) > 1:
        return False
    if DIRECTION.fullmatch(key):
        return True
    return (
        not place.is_region or key in ordinary or key.removeprefix("ال") in ordinary or len(key) < 5
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("whosonfirst", type=Path)
    parser.add_argument("topojson", type=Path)
    arguments = parser.parse_args()
    world = world_places()
    nations, demonyms = countries(arguments.topojson, world)
    local = gazetteer(arguments.whosonfirst)
    mark_ambiguous([*world, *local])
    places = merge([nations, world, local])
    lines = []
    for place in places:
        lat, lon = ("" if c is None else f"{c:.3f}" for c in (place.lat, place.lon))
        name, *aliases = place.names
        lines.append(
            "\t".join(
                (
                    place.place_id,
                    name,
                    place.name_en,
                    place.country,
                    lat,
                    lon,
                    place.wikidata,
                    "|".join(aliases),
                )
            )
        )
    out = LEXICONS / "places.tsv"
    out.write_text(PLACES_HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    demonym_file = LEXICONS / "demonyms.tsv"
    demonym_file.write_text(
        DEMONYMS_HEADER + "\n".join(demonyms) + "\n", encoding="utf-8", newline="\n"
    )
    print(
        f"{len(places)} places, {len(demonyms)} demonyms; without coordinates:",
        [p.place_id for p in places if p.lat is None],
    )


if __name__ == "__main__":
    main()
