"""A second verifier of exported journals, written from docs/journal-format.md alone; Python 3.8, no packages.

python3 second_verifier.py FILE...      one line each: "intact", or "line N: what"
"""
import datetime
import hashlib
import json
import re
import sys

NUMBER = re.compile(rb"(0|-?[1-9][0-9]*)\Z")
TIME = re.compile(rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z\Z")
EPOCH = datetime.datetime(1970, 1, 1)


class Fault(Exception):
    def __init__(self, line, what):
        super().__init__("line %d: %s" % (line, what))
        self.line = line


# Ed25519, RFC 8032 section 5.1, in affine Edwards coordinates made projective where it counts

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    e, f = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    g, h = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(key, message, signature):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def root(leaves):
    if len(leaves) == 1:
        return sha(b"\0", leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha(b"\1", root(leaves[:split]), root(leaves[split:]))


def long(value):
    return value.to_bytes(8, "big", signed=True)


def text(data):
    return len(data).to_bytes(4, "big") + data


class Line:
    def __init__(self, number, data):
        self.number = number
        self.fields = data.split(b"\t")

    def demand(self, holds, what):
        if not holds:
            raise Fault(self.number, what)

    def count(self, wanted):
        self.demand(len(self.fields) == wanted, "expected %d fields" % wanted)

    def int(self, index):
        self.demand(NUMBER.match(self.fields[index]), "not a number")
        return int(self.fields[index])

    def time(self, index):
        self.demand(TIME.match(self.fields[index]), "not a time")
        try:
            at = datetime.datetime.strptime(self.fields[index].decode(), "%Y-%m-%dT%H:%M:%S.%fZ")
        except ValueError:
            raise Fault(self.number, "not a time")
        return (at - EPOCH) // datetime.timedelta(microseconds=1)

    def text(self, index):
        field = self.fields[index]
        self.demand(re.match(rb"(?:[^\\\r]|\\[\\tnr])*\Z", field), "not a text")
        return re.sub(rb"\\(.)", lambda m: {b"\\": b"\\", b"t": b"\t", b"n": b"\n", b"r": b"\r"}[m.group(1)], field)

    def bytes(self, index, length):
        field = self.fields[index]
        self.demand(re.match(rb"[0-9A-F]*\Z", field) and len(field) == 2 * length, "not %d bytes" % length)
        return bytes.fromhex(field.decode())


class Books:
    def __init__(self):
        self.accounts, self.holds, self.postings, self.last_hold = {}, {}, 0, 0

    def take(self, line, kind, subject, content):
        if kind == "account.opened":
            number = int(subject.split(":")[1])
            line.demand(number not in self.accounts, "opened twice")
            self.accounts[number] = [content["currency"], 0]
        elif kind == "posting.booked":
            self.postings += 1
            line.demand(content["posting"] == self.postings, "posting out of order")
            line.demand(len(content["entries"]) > 1, "fewer than two entries")
            sums = {}
            for entry in content["entries"]:
                account = self.accounts.get(entry["account"])
                line.demand(account is not None and account[0] == entry["currency"], "account or currency unknown")
                account[1] += entry["amount"]
                sums[entry["currency"]] = sums.get(entry["currency"], 0) + entry["amount"]
                line.demand(entry.get("balanceAfter", account[1]) == account[1], "balance does not follow")
            line.demand(not any(sums.values()), "debits and credits differ")
            if "hold" in content:
                line.demand(self.holds.pop(content["hold"], None) is not None, "hold was not open")
        elif kind == "hold.reserved":
            line.demand(content["hold"] > self.last_hold and content["amount"] > 0, "hold out of order")
            self.last_hold = content["hold"]
            self.holds[content["hold"]] = content["amount"]
        elif kind in ("hold.released", "hold.expired"):
            line.demand(self.holds.pop(content["hold"], None) == content["amount"], "hold was not open")


def verify(data):
    lines = data.split(b"\n")
    if lines.pop() != b"":
        raise Fault(len(lines) + 1, "no line feed at the end")
    site = key = None
    rows, seals, row_hash, seal_hash, leaves, ended = 0, 0, bytes(32), bytes(32), [], False
    books = Books()
    for number, data in enumerate(lines, 1):
        line = Line(number, data)
        line.demand(not ended, "something after the end")
        what = line.fields[0]
        if number == 1:
            line.count(5)
            line.demand(what == b"lodge-journal" and line.fields[1] == b"1", "not this format")
            site, key = line.text(2), line.bytes(3, 32)
            line.demand(line.bytes(4, 32) == sha(b"\t".join(line.fields[:4])), "header damaged")
        elif what == b"row":
            line.count(10)
            line.demand(line.int(1) == rows + 1, "row %d expected" % (rows + 1))
            rows += 1
            row_hash = sha(b"\2", row_hash, b"\1", long(rows), long(line.time(2)), text(line.text(3)), long(line.int(4)),
                           *(text(line.text(i)) for i in range(5, 9)))
            line.demand(line.bytes(9, 32) == row_hash, "row's hash")
            leaves.append(row_hash)
            kind = line.text(3).decode()
            if kind.startswith(("posting.booked", "hold.", "account.opened")):
                books.take(line, kind, line.text(7).decode(), json.loads(line.text(8)))
        elif what == b"seal":
            line.count(12)
            line.demand(line.int(1) == seals + 1, "seal %d expected" % (seals + 1))
            seals += 1
            line.demand(leaves and (line.int(2), line.int(3)) == (rows - len(leaves) + 1, rows), "seal's rows")
            line.demand(line.bytes(4, 32) == root(leaves), "Merkle root")
            leaves = []
            line.demand(line.bytes(5, 32) == seal_hash, "seal before")
            line.demand(line.bytes(7, 32) == key, "another key")
            new_key = b"" if line.fields[8] == b"-" else line.bytes(8, 32)
            message = b"".join((b"\3\1", text(site), long(seals), long(line.int(2)), long(rows), line.bytes(4, 32), seal_hash,
                                long(line.time(6)), key, text(new_key)))
            seal_hash = sha(message)
            line.demand(line.bytes(9, 32) == seal_hash, "seal's hash")
            line.demand(signed(key, message, line.bytes(10, 64)), "signature")
            if new_key:
                line.demand(signed(new_key, message, line.bytes(11, 64)), "new key's signature")
                key = new_key
            else:
                line.demand(line.fields[11] == b"-", "a signature of nobody")
        elif what == b"end":
            line.count(5)
            line.demand((line.int(1), line.int(2)) == (rows, seals) and not leaves, "rows or seals missing at the end")
            message = b"".join((b"\4\1", text(site), long(rows), long(seals), seal_hash, long(line.time(3)), key))
            line.demand(signed(key, message, line.bytes(4, 64)), "signature of the end")
            ended = True
        else:
            raise Fault(number, "neither row nor seal nor end")
    if not ended:
        raise Fault(len(lines) + 1, "no end")


def main(files):
    for name in files:
        with open(name, "rb") as file:
            data = file.read()
        try:
            verify(data)
            print("intact")
        except Fault as fault:
            print(fault)


if __name__ == "__main__":
    main(sys.argv[1:])
