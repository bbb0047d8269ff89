# concerns: errors
def parse(line):
    verb, _, rest = line.partition(" ")
    verb = verb.upper()
    if verb == "SET":
        key, _, value = rest.partition(" ")
        if not value:
            return ("error", "missing value")
        return ("set", key, value)
    if verb == "GET":
        return ("get", rest)
    if verb == "DEL":
        return ("del", rest)
    if verb == "INCR":
        return ("incr", rest)
    return ("error", "unknown command")


def run(lines):
    db = {}
    out = []
    for line in lines:
        cmd = parse(line)
        if cmd[0] == "set":
            db[cmd[1]] = cmd[2]
            out.append("OK")
        elif cmd[0] == "get":
            out.append(db.get(cmd[1], "(nil)"))
        elif cmd[0] == "del":
            out.append("1" if db.pop(cmd[1], None) is not None else "0")
        elif cmd[0] == "incr":
            try:
                db[cmd[1]] = str(int(db.get(cmd[1], "0")) + 1)
                out.append(db[cmd[1]])
            except ValueError:
                out.append("ERR not a number")
        else:
            out.append("ERR " + cmd[1])
    return out
