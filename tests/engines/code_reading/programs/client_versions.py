# concerns: retry, errors
class UnknownVersion(Exception):
    pass


CHANGES = [("2024-01-01", "rename_total"), ("2024-06-01", "split_name")]


def rename_total(reply):
    reply["sum"] = reply.pop("total")
    return reply


def split_name(reply):
    reply["name"] = f"{reply.pop('first')} {reply.pop('last')}"
    return reply


def down(reply, version):
    for day, change in reversed(CHANGES):
        if version < day:
            try:
                reply = globals()[change](dict(reply))
            except KeyError as error:
                raise UnknownVersion(f"cannot apply {change}")
    return reply


def run(replies, version):
    return [down(reply, version) for reply in replies]
