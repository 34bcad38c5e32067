"""Bytes that are no text: another encoding, half a character, a file cut off, a byte flipped."""

from __future__ import annotations

import random

from fuzzing.case import Case

_INSERTED = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"\xe4\xb8", b"\x80" * 40, b"\r", b"\x1a",
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-7", "utf-8-sig", "gb18030")


def mutate(case: Case, rng: random.Random) -> None:
    """Spoils the bytes of one file: a table, a YAML file, a receipt or a schema."""
    path = rng.choice(sorted(case.files))
    data = case.files[path]
    way = rng.randrange(5)
    if way == 0:
        at = rng.randint(0, len(data))
        data = data[:at] + rng.choice(_INSERTED) + data[at:]
    elif way == 1:
        data = data[: rng.randint(0, len(data))]
    elif way == 2:
        data = data.decode("utf-8").encode(rng.choice(_ENCODINGS))
    elif way == 3 and data:
        spoilt = bytearray(data)
        for _ in range(rng.randint(1, 6)):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        data = bytes(spoilt)
    else:
        data = rng.choice((b"", b"\n", b"\0" * 4096, b"\xff" * 4096, b"\xef\xbb\xbf", rng.randbytes(2000)))
    case.files[path] = data
    case.note(f"{path}: bytes changed ({way}), now {len(data)}")
