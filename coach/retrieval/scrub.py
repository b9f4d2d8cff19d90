"""Zero what Chroma writes into its vector files from memory that was never set.

Whenever it opens an index too small to have a graph on disk (under 1,000 passages), it writes one with room
for a hundred, and the room is whatever the process had in that memory before: words of a removed source, or
of a conversation. It knows of the files only where the room begins.
"""

import struct
from pathlib import Path

_HEADER = struct.Struct("<iQQQQ")  # format, offset, room for so many, so many are there, bytes for each
_BYTES_A_LENGTH = 4


def scrub(generation: Path) -> None:
    """Overwrite the unused room in the vector files of an index; what is used stays as it is.

    Raises:
        OSError: a file cannot be read or written.
    """
    for header in sorted(generation.glob("*/header.bin")):
        data = header.read_bytes()
        if len(data) < _HEADER.size:
            continue
        _, _, _, used, size = _HEADER.unpack_from(data)
        _zero(header.with_name("data_level0.bin"), used * size)
        _zero(header.with_name("length.bin"), used * _BYTES_A_LENGTH)


def _zero(path: Path, start: int) -> None:
    if not path.exists():
        return
    with path.open("r+b") as file:
        rest = path.stat().st_size - start
        if rest > 0:
            file.seek(start)
            file.write(bytes(rest))
