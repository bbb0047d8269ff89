"""What personal data and secrets look like. Patterns err on the side of hiding.

The order is the rank: where two overlap, the earlier one names the kind. A group ``it`` is the part that is hidden;
without one it is the whole match. Every repetition has an upper bound or cannot be cut in two ways.
"""

import re

_I = re.IGNORECASE
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"  # a letter that is no lower-case Latin one
_NAME = rf"(?:{_CAPITAL}\.|(?:Dr|Mr|Mrs|Ms|Prof)\.|{_CAPITAL}[\w'’-]+)"
_NAMES = rf"{_NAME}(?:[^\S\n]+{_NAME}){{0,3}}"
_AFTER = r"and|i|from|but|with|who|here|a|an|the|in|at|on|or|my|so|we|is|was"  # words that end a name in small letters
_KEY = r"(?:secret|token|(?:api|access|private|secret|signing)?[ _-]?key)"

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("SECRET", re.compile(r"-----BEGIN[^-\n]{0,60}-----.*?(?:-----END[^-\n]{0,60}-----|\Z)", _I | re.DOTALL)),
    # The shapes that providers give their keys.
    (
        "SECRET",
        re.compile(
            r"\b(?:(?:sk|pk|rk|whsec)[_-][\w-]{8,}|(?:AKIA|ASIA)[0-9A-Z]{12,}|gh[pousr]_\w{16,}|github_pat_\w{16,}"
            r"|glpat-[\w-]{12,}|xox[a-z]-[\w-]{8,}|AIza[\w-]{20,}|eyJ[\w-]{8,}(?:\.[\w-]*){0,2})",
            _I,
        ),
    ),
    # A name and its value.
    (
        "SECRET",
        re.compile(r"(?<![^\W_])(?:pass(?:word|wd|phrase)?|pwd|pin)[\"']?\s{0,3}[:=]\s{0,3}(?P<it>[^\s,;]{3,})", _I),
    ),
    (
        "SECRET",
        re.compile(rf"(?<![^\W_]){_KEY}[\"']?\s{{0,3}}[:=]\s{{0,3}}(?P<it>(?=[^\s\d]{{0,80}}\d)[^\s,;]{{4,}})", _I),
    ),
    ("SECRET", re.compile(rf"\b{_KEY}\s(?:is|was)\s(?P<it>(?=[^\s\d]{{0,80}}\d)[^\s,;]{{5,}})", _I)),
    ("SECRET", re.compile(r"\bpass(?:word|phrase)\s(?:is|was)\s(?P<it>(?=[^\s\d]{0,80}\d)[^\s,;]{4,})", _I)),
    ("SECRET", re.compile(r"\bmy\s(?:\w{1,20}\s)?pass(?:word|phrase)\s(?:is|was)\s(?P<it>[^\s,;]{3,})", _I)),
    ("SECRET", re.compile(r"\bbearer\s(?P<it>[\w.~+/=-]{8,})", _I)),
    # Long runs of letters and digits are keys, hashes or ids.
    ("SECRET", re.compile(r"(?<![\w+/-])(?=[A-Za-z+/_-]{0,200}\d)(?=[\d+/_-]{0,200}[A-Za-z])[\w+/-]{24,}={0,2}")),
    ("URL", re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+", _I)),
    ("EMAIL", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}", _I)),
    (
        "EMAIL",
        re.compile(
            r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:\bat\b|[\[(]at[\])])\s?[\w-]{1,63}\s?(?:\bdot\b|[\[(]dot[\])])\s?[a-z]{2,10}\b",
            _I,
        ),
    ),
    (
        "URL",
        re.compile(r"(?<![\w@.-])(?!asp\.net)(?:[a-z0-9-]{1,63}\.){1,4}(?:com|org|net|dev|eu|de|uk|fr)\b(?:/\S*)?", _I),
    ),
    ("URL", re.compile(r"(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,10}/\S+", _I)),
    ("URL", re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?!\w|\.\d)")),
    (
        "ACCOUNT",
        re.compile(
            r"\b[a-z]{2}\d{2}(?=(?:[ -]?[a-z]{0,6}\d){8})(?:[ -]?[a-z0-9]{4}){2,7}(?:[ -]?[a-z0-9]{1,4})?\b", _I
        ),
    ),
    ("CARD", re.compile(r"(?<![\w.])\d(?:[ -]?\d){12,18}(?!\w)")),
    ("ID", re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")),
    ("PHONE", re.compile(r"(?<![\w.])(?:\+|00)\d(?:[ ()/.-]{0,3}\d){6,14}(?!\w)")),
    ("PHONE", re.compile(r"(?<![\w.,/-])\(?0\d(?:[ ()/-]{0,2}\d){7,12}(?!\w)")),
    ("PHONE", re.compile(r"(?<![\w.-])\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}(?!\w)")),
    (
        "NAME",
        re.compile(
            rf"\b(?i:my\s(?:full\s|first\s|last\s)?name\sis|my\sname['’]s|name\s?:|call\sme)\s+"
            rf"(?P<it>{_NAMES}|\w[\w'’-]*(?:\s(?!(?:{_AFTER})\b)\w[\w'’-]*)?)"
        ),
    ),
    ("NAME", re.compile(rf"\b(?i:i\sam|i['’]m)\s+(?P<it>{_NAMES})")),
)

# Capitalised words that follow "I am" in answers and are no names.
NOT_NAMES = frozenset(
    "a an the i in on at not also now very so senior junior staff lead principal backend frontend full fullstack "
    "software java python go golang ruby php node rust scala kotlin data platform product engineering devops qa".split()
)
