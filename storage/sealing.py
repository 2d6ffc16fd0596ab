"""Sealing: personal text is encrypted before it reaches the database, and found again only by a keyed hash."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import secrets
import tempfile
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.errors import HalloWerkError
from bot.text import _

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
_NONCE = 12
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class SealError(HalloWerkError):
    """The key does not fit the database, or is no key."""


_NO_KEY = _(
    # staff: who installs the product reads this
    "HALLOWERK_KEY moet 64 tekens hebben: 0 tot 9 en a tot f. Maak er een met: openssl rand -hex 32"
)
_BROKEN_FILE = _(
    # staff: who installs the product reads this
    "Het bestand key in de datamap is kapot. Zet het terug, of zet HALLOWERK_KEY goed."
)
_OTHER_KEY = _(
    # staff: who installs the product reads this
    "De sleutel past niet bij deze database. Zet HALLOWERK_KEY goed, of zet het bestand key terug in de datamap."
)


class Seal:
    """Seals and opens (AES-256-GCM), and makes the keyed hashes (HMAC-SHA-256) by which rows are found."""

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise SealError(_NO_KEY)
        derived = HKDF(SHA256(), 2 * KEY_BYTES, None, b"hallowerk sealing 1").derive(key)
        self._box = AESGCM(derived[:KEY_BYTES])
        self._hash_key = derived[KEY_BYTES:]

    def seal(self, value: Any) -> bytes:
        """Seal a JSON value."""
        return self.seal_bytes(_COMPACT(value).encode())

    def open(self, sealed: bytes) -> Any:
        """Open what was sealed; raises `SealError` when the key is not the one it was sealed with."""
        try:
            return json.loads(self.open_bytes(sealed))
        except ValueError:
            raise SealError(_OTHER_KEY) from None

    def seal_bytes(self, held: bytes) -> bytes:
        """Seal bytes as they are."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._box.encrypt(nonce, held, None)

    def open_bytes(self, sealed: bytes) -> bytes:
        """Open bytes that were sealed; raises `SealError` as `open` does."""
        try:
            return self._box.decrypt(sealed[:_NONCE], memoryview(sealed)[_NONCE:], None)
        except (InvalidTag, ValueError):
            raise SealError(_OTHER_KEY) from None

    def lookup(self, kind: str, value: str) -> bytes:
        """Make the hash by which a value is found again, and which tells nothing without the key."""
        return hmac.digest(self._hash_key, f"{kind}:{value}".encode(), hashlib.sha256)


def key_from(setting: str | None, folder: Path) -> bytes:
    """Give the key: from the setting (hexadecimal), else from the data folder, where the first start makes one."""
    if setting:
        try:
            return bytes.fromhex(setting)
        except ValueError:
            raise SealError(_NO_KEY) from None
    file = folder / "key"
    if not file.exists():
        _make_key(file)
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise SealError(_BROKEN_FILE)
    return key


def _make_key(file: Path) -> None:
    """Make the key file, whole or not at all; of two processes at the same moment the first one wins."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, prefix=".key-") as made:  # opened with mode 600
        made.write(secrets.token_hex(KEY_BYTES))
        made.flush()
        os.fsync(made.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(made.name, file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # without its key a database that survives a power cut is lost
    finally:
        os.close(folder)
