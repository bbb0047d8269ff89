# concerns: errors
def convert(text, kind):
    try:
        if kind == "int":
            return int(text)
        if kind == "date":
            year, month, day = text.split("-")
            return (int(year), int(month), int(day))
        return text
    except:
        return None


def run(text, columns):
    records = []
    errors = []
    for number, line in enumerate(text.split("\n"), 1):
        fields = line.split(",")
        row = {}
        for name, kind in columns:
            try:
                row[name] = convert(fields.pop(0), kind)
            except IndexError:
                pass
        if None in row.values():
            errors.append(number)
        else:
            records.append(row)
    return {"records": records, "errors": errors}
