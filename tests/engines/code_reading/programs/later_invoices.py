# concerns: money, errors
def run(operations):
    next_number, open_drafts, issued, out = 1, {}, {}, []
    for op in operations:
        kind = op["op"]
        try:
            if kind == "draft":
                open_drafts[op["id"]] = op["lines"]
                out.append("ok")
            elif kind == "issue":
                lines = open_drafts.pop(op["id"])
                net = sum(q * p for q, p in lines)
                tax = round(net * 0.2)
                issued[next_number] = (net, tax)
                out.append({"number": next_number, "gross": net + tax})
                next_number += 1
            elif kind == "void":
                issued[op["number"]] = None
                out.append("ok")
            else:
                out.append("unknown")
        except Exception as e:
            out.append(f"error: {type(e).__name__}")
    return out
