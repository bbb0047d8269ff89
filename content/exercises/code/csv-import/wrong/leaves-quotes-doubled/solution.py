"""CSV import: the good records go in, and every bad one is named."""

import re

INTEGER = re.compile(r"-?[0-9]{1,15}")
YES_NO = {"yes": True, "no": False}


def run(text, rules=None):
    """Return the records and the errors of a CSV text, both in the order of its lines."""
    rules = rules or {}
    rows = records(text)
    line, columns, error = next(rows, (1, [], "no_header"))
    faults = [{"line": line, "code": error}] if error else header_faults(line, columns, rules)
    if faults:
        return {"records": [], "errors": faults}
    return read_body(rows, columns, rules)


def header_faults(line, columns, rules):
    """Name the columns that stand twice, then those that the rules speak of and the file lacks."""
    twice = [name for at, name in enumerate(columns) if name in columns[:at]]
    wanted = [*rules.get("types", {}), *([rules["key"]] if "key" in rules else [])]
    missing = [name for name in wanted if name not in columns]
    return [
        *({"line": line, "code": "duplicate_column", "column": name} for name in twice),
        *({"line": line, "code": "missing_column", "column": name} for name in missing),
    ]


def read_body(rows, columns, rules):
    """Sort the rows below the header into records and errors."""
    kept, errors, seen = [], [], {}
    for line, fields, error in rows:
        record, faults = read_row(fields, error, columns, rules.get("types", {}))
        if not faults and "key" in rules:
            first = seen.setdefault(record[rules["key"]], line)
            if first != line:
                faults = [{"code": "duplicate_key", "first": first}]
        errors += [{"line": line, **fault} for fault in faults]
        if not faults:
            kept.append(record)
    return {"records": kept, "errors": errors}


def read_row(fields, error, columns, types):
    """Return one record and everything that is wrong with it."""
    if error:
        return None, [{"code": error}]
    if len(fields) != len(columns):
        return None, [{"code": "field_count", "found": len(fields)}]
    record, faults = {}, []
    for name, field in zip(columns, fields, strict=True):
        record[name], code = convert(field, types.get(name))
        if code:
            faults.append({"code": code, "column": name})
    return record, faults


def convert(field, kind):
    """Return the value of a field and what is wrong with it, or None."""
    if kind == "required":
        return field, None if field else "missing"
    if kind == "integer":
        return (int(field), None) if INTEGER.fullmatch(field) else (None, "not_integer")
    if kind == "yes-no":
        return YES_NO.get(field), None if field in YES_NO else "not_yes_no"
    return field, None


def records(text):
    """Yield (line, fields, error) for each record; the line is the one on which it begins."""
    at, line = 0, 1
    while at < len(text):
        fields, error, end = read_record(text, at)
        if text[at:end] not in ("", "\r"):
            yield line, fields, error
        line += text.count("\n", at, end) + 1
        at = end + 1


def read_record(text, at):
    """Return (fields, error, position of the line end behind the record)."""
    fields = []
    while True:
        value, error, at = read_quoted(text, at) if text.startswith('"', at) else read_bare(text, at)
        fields.append(value)
        if error or not text.startswith(",", at):
            return fields, error, at
        at += 1


def read_bare(text, at):
    """Read up to the next comma or line end; quotes have no meaning here."""
    end = at
    while end < len(text) and text[end] not in ",\n":
        end += 1
    value = text[at:end]
    return value.removesuffix("\r") if text.startswith("\n", end) else value, None, end


def read_quoted(text, at):
    """Read from the opening quote to the one that closes it; two in a row stand for one."""
    pieces = []
    while True:
        close = text.find('"', at + 1)
        if close < 0:
            return "", "unclosed_quote", len(text)
        pieces.append(text[at + 1 : close])
        at = close + 1
        if not text.startswith('"', at):
            break
    if text.startswith("\r\n", at):
        at += 1
    if at < len(text) and text[at] not in ",\n":
        line_end = text.find("\n", at)
        return "", "text_after_quote", line_end if line_end >= 0 else len(text)
    return '""'.join(pieces), None, at
