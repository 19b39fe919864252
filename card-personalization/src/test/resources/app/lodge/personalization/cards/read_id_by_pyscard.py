"""Reads a card's ID with nothing of ours: Debian's pyscard, python3-cryptography, and the published documents.

    read_id_by_pyscard.py SITEFILE READER

SITEFILE is JSON: the site master key, as a restored vault would hold it, and what stands in the plan. From it the
purpose key (HKDF-SHA-256, RFC 5869), the card's keys (AN10922, AES-128) and the EV2 session (AN12343, MF2DLHX0) are
computed here a second time. Prints JSON. Exit status 3: the card refused the key; 2: something else.
"""

import json
import os
import struct
import sys

from cryptography.hazmat.primitives import cmac, hashes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from smartcard.System import readers

ISO_NAME = bytes.fromhex("D2760000850100")
STATUS_KEY_REFUSED = 0xAE


class Refused(Exception):
    def __init__(self, command, status):
        super().__init__("%02X answered with %04X" % (command, status))
        self.status = status & 0xFF


def aes_cmac(key, message):
    mac = cmac.CMAC(algorithms.AES(key))
    mac.update(message)
    return mac.finalize()


def aes(key, iv, data, encrypt):
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv))
    context = cipher.encryptor() if encrypt else cipher.decryptor()
    return context.update(data) + context.finalize()


def rotated(data):
    return data[1:] + data[:1]


def xor(a, b):
    return bytes(x ^ y for x, y in zip(a, b))


def doubled(block):
    value = int.from_bytes(block, "big") << 1
    if value >> 128:
        value = value & ((1 << 128) - 1) ^ 0x87
    return value.to_bytes(16, "big")


def an10922(key, data):
    """AN10922 2.2: always two blocks, the last one xored with the sub-key, CBC."""
    sub_1 = doubled(aes(key, bytes(16), bytes(16), True))
    sub_2 = doubled(sub_1)
    message = b"\x01" + data
    full = len(message) == 32
    padded = message if full else (message + b"\x80").ljust(32, b"\0")
    last = xor(padded[16:], sub_1 if full else sub_2)
    return aes(key, bytes(16), padded[:16] + last, True)[16:]


def card_key(site, uid, aid, number):
    info = "lodge/g%d/app/%s/key%d/v%d" % (site["generation"], aid, number, site["version"])
    purpose = HKDF(hashes.SHA256(), 16, site["siteId"].encode(), info.encode()).derive(
        bytes.fromhex(site["master"]))
    wire_aid = bytes.fromhex(aid)[::-1]
    return an10922(purpose, uid + wire_aid + bytes([number]) + site["siteId"].encode())


class Card:
    def __init__(self, reader):
        self.connection = next(r for r in readers() if r.name == reader).createConnection()
        self.connection.connect()

    def apdu(self, data):
        answer, sw1, sw2 = self.connection.transmit(list(data))
        return bytes(answer), sw1 << 8 | sw2

    def iso(self, data):
        answer, status = self.apdu(data)
        if status != 0x9000:
            raise Refused(data[1], status)
        return answer

    def native(self, command, data=b"", wants_more=False):
        gathered = b""
        while True:
            body = bytes([len(data)]) + data if data else b""
            answer, status = self.apdu(bytes([0x90, command, 0, 0]) + body + b"\0")
            gathered += answer
            if status == 0x91AF and not wants_more:
                command, data = 0xAF, b""
                continue
            if status not in (0x9100, 0x91AF):
                raise Refused(command, status)
            return gathered


class Ev2Session:
    """AuthenticateEV2First and full-mode messaging."""

    def __init__(self, card, number, key):
        self.card = card
        self.counter = 0
        sealed_b = card.native(0x71, bytes([number, 0]), wants_more=True)
        b = aes(key, bytes(16), sealed_b, False)
        a = os.urandom(16)
        answer = card.native(0xAF, aes(key, bytes(16), a + rotated(b), True))
        plain = aes(key, bytes(16), answer, False)
        if plain[4:20] != rotated(a):
            raise ValueError("the card does not hold the key")
        self.transaction = plain[:4]
        context = a[:2] + xor(a[2:8], b[:6]) + b[6:] + a[8:]
        self.encryption = aes_cmac(key, bytes.fromhex("A55A00010080") + context)
        self.mac_key = aes_cmac(key, bytes.fromhex("5AA500010080") + context)

    def mac(self, first, data):
        message = bytes([first]) + struct.pack("<H", self.counter) + self.transaction + data
        return aes_cmac(self.mac_key, message)[1::2]

    def read(self, file, length):
        header = bytes([file, 0, 0, 0]) + struct.pack("<I", length)[:3]
        answer = self.card.native(0xAD, header + self.mac(0xAD, header))
        self.counter += 1
        content, mac = answer[:-8], answer[-8:]
        if self.mac(0, content) != mac:
            raise ValueError("the answer's MAC is wrong")
        label = bytes.fromhex("5AA5") + self.transaction + struct.pack("<H", self.counter) + bytes(8)
        iv = aes(self.encryption, bytes(16), label, True)
        padded = aes(self.encryption, iv, content, False)
        end = padded.rindex(b"\x80")
        if any(padded[end + 1:]):
            raise ValueError("the padding is wrong")
        return padded[:end]


def read_id(site, reader):
    card = Card(reader)
    card.iso(bytes.fromhex("00A4040C") + bytes([len(ISO_NAME)]) + ISO_NAME + b"\0")
    version = card.native(0x60)
    uid = version[14:21]
    if uid != card.iso(bytes.fromhex("FFCA000000")):
        raise ValueError("GetVersion and the reader disagree about the UID")
    card.native(0x5A, bytes.fromhex(site["application"])[::-1])
    key = card_key(site, uid, site["application"], site["keyNumber"])
    content = Ev2Session(card, site["keyNumber"], key).read(site["file"], site["length"])
    check = aes_cmac(card_key(site, uid, "FFFFFF", 0), uid + content[:40])[:8]
    person, issue, key_version = struct.unpack(">QHB", content[1:12])
    return {
        "uid": uid.hex().upper(),
        "generation": version[3] & 0x0F,
        "layout": content[0],
        "person": person,
        "issue": issue,
        "keyVersion": key_version,
        "site": content[12:32].rstrip(b"\0").decode("ascii"),
        "checkBytesRight": check == content[40:48],
    }


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        site = json.load(file)
    try:
        print(json.dumps(read_id(site, sys.argv[2]), sort_keys=True))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 3 if refused.status == STATUS_KEY_REFUSED else 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
