# concerns: errors
class Malformed(Exception):
    pass


def fields(line):
    found, current, quoted = [], [], False
    for sign in line:
        if sign == '"':
            quoted = not quoted
        elif sign == "," and not quoted:
            found.append("".join(current))
            current = []
        else:
            current.append(sign)
    if quoted:
        raise Malformed("quote_not_closed")
    found.append("".join(current))
    return found


def run(lines):
    kept, errors = [], []
    for number, line in enumerate(lines, 1):
        try:
            kept.append(fields(line))
        except Malformed as error:
            errors.append({"line": number, "error": str(error)})
    return {"kept": kept, "errors": errors}
