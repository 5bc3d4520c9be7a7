"""Names: one folded key for ids and matching, NFC for everything that is shown."""
import re
import unicodedata

UNIT_WORDS = {"ban", "thon", "lang", "xom", "buon", "ap"}


def nfc(value):
    """Return the composed form, so that equal names are equal bytes."""
    return unicodedata.normalize("NFC", str(value)).strip()


def fold(name):
    """Lower-case ASCII with hyphens: tone marks dropped, đ becomes d."""
    plain = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def fold_without_unit(name):
    """As `fold`, without a leading unit word (Bản, Thôn …), for matching only."""
    words = fold(name).split("-")
    return "-".join(words[1:] if len(words) > 1 and words[0] in UNIT_WORDS else words)


def village_ids(commune_codes, names):
    """Commune code + folded name + ordinal; rows must come in a stable order."""
    seen, ids = {}, []
    for code, name in zip(commune_codes, names):
        key = f"{code}-{fold(name)}"
        seen[key] = seen.get(key, 0) + 1
        ids.append(f"{key}-{seen[key]}")
    return ids
