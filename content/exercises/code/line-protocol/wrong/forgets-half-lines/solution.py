"""The server's side of a small key-value protocol, fed with text that arrives in pieces."""

LONGEST_LINE = 80
LONGEST_LENGTH = 6
ARGUMENTS = {"SET": 2, "GET": 1, "DEL": 1, "PUT": 2, "BEGIN": 0, "COMMIT": 0, "ABORT": 0}


def run(chunks):
    """Return the replies to everything that one client sent."""
    connection = Connection()
    for chunk in chunks:
        connection.feed(chunk)
    return connection.replies


class Connection:
    """What one client sent so far, cut into lines and payloads, and the replies to it."""

    def __init__(self):
        self.replies = []
        self.commands = Commands()
        self.pieces = []
        self.missing = 0
        self.put = None

    def feed(self, chunk):
        """Take a piece of text, wherever it begins and ends."""
        at = 0
        while at < len(chunk):
            at = self.take_payload(chunk, at) if self.missing else self.take_line(chunk, at)

    def take_payload(self, chunk, at):
        """Take what belongs to the payload, and return the position behind it."""
        piece = chunk[at : at + self.missing]
        self.pieces.append(piece)
        self.missing -= len(piece)
        if not self.missing:
            self.put = (self.put[0], self.taken())
        return at + len(piece)

    def take_line(self, chunk, at):
        """Take what belongs to the line, answer it if it ends here, and return the position behind it."""
        end = chunk.find("\n", at)
        if end < 0:
            end = len(chunk)
        self.pieces.append(chunk[at:end])
        self.answer(self.taken().removesuffix("\r"))
        return end + 1

    def taken(self):
        text = "".join(self.pieces)
        self.pieces = []
        return text

    def answer(self, line):
        """Answer a line; behind a payload it is what stands before the line end, so it should be empty."""
        if self.put:
            key, value = self.put
            self.put = None
            give, refuse = self.commands.give, self.commands.refuse
            self.replies.append(refuse("bad payload") if line else give(("SET", key, value)))
        elif line:
            self.answer_command(line)

    def answer_command(self, line):
        name, *arguments = line.split(" ", 2)
        name = name.upper()
        error = fault(line, name, arguments)
        if error:
            self.replies.append(self.commands.refuse(error))
        elif name == "PUT":
            self.missing = int(arguments[1])
            self.put = (arguments[0], "")
        else:
            self.replies.append(self.commands.give((name, *arguments)))


def fault(line, name, arguments):
    """Say what is wrong with a command, or return None."""
    if len(line) > LONGEST_LINE:
        return "line too long"
    if name not in ARGUMENTS:
        return "unknown command"
    if len(arguments) != ARGUMENTS[name] or "" in arguments[:1]:
        return "wrong arguments"
    if name == "PUT" and not is_length(arguments[1]):
        return "bad length"
    return None


def is_length(text):
    return 0 < len(text) <= LONGEST_LENGTH and set(text) <= set("0123456789")


class Commands:
    """The stored values, and the batch if one is open."""

    def __init__(self):
        self.values = {}
        self.batch = None
        self.broken = False

    def refuse(self, reason):
        """Word an error, which also breaks an open batch."""
        self.broken = True
        return f"ERROR {reason}"

    def give(self, command):
        """Carry a right command out, or queue it, and return the reply."""
        if command[0] == "BEGIN":
            return self.begin()
        if command[0] in ("COMMIT", "ABORT"):
            return self.end(command[0])
        if self.batch is None:
            return self.carry_out(*command)
        self.batch.append(command)
        return "QUEUED"

    def begin(self):
        if self.batch is not None:
            return self.refuse("batch open")
        self.batch, self.broken = [], False
        return "OK"

    def end(self, name):
        """Close the batch; a COMMIT carries out all of it, unless something in it was refused."""
        if self.batch is None:
            return self.refuse("no batch")
        batch, self.batch = self.batch, None
        if name == "ABORT":
            return "OK"
        return "ERROR batch dropped" if self.broken else [self.carry_out(*command) for command in batch]

    def carry_out(self, name, key, value=None):
        if name == "SET":
            self.values[key] = value
            return "OK"
        if key not in self.values:
            return "NONE"
        if name == "GET":
            return f"VALUE {self.values[key]}"
        del self.values[key]
        return "OK"
