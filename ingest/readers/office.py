"""DOC, ODT and RTF to a Flow: LibreOffice, where it is installed, makes a DOCX of them.

The program runs without a window in a folder of its own, with macros off, links not followed, its time bounded; it is
ended with all it started when the time is up.
"""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ingest.errors import IngestError, TooLarge, UnreadableFile, UnsupportedFormat
from ingest.flow import Flow, Progress, silent
from ingest.readers.docx import read_docx
from ingest.readers.ooxml.package import is_locked, locked

SECONDS = 120
MAX_BYTES = 100 * 1024 * 1024
_MEMORY = 4 * 1024**3
_LARGEST_OUTPUT = 1024**3
_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {"doc": "MS Word 97", "odt": "writer8", "rtf": "Rich Text Format"}
_KINDS = {"doc": "Word 97–2003 (.doc)", "odt": "OpenDocument (.odt)", "rtf": "RTF (.rtf)"}
_ENCRYPTED_DOC = 0x01

# Macros never run, links to other files and the network are not followed, no first-start dialogue.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">
<value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse">
<value>2</value></prop></item>
</oor:items>
"""


def read_office(data: bytes, name: str, progress: Progress = silent, *, kind: str) -> Flow:
    """The Flow of a DOC, ODT or RTF; `kind` is "doc", "odt" or "rtf".

    Raises: UnreadableFile where it is damaged, locked or not converted within SECONDS; UnsupportedFormat where
    LibreOffice is not installed; TooLarge above MAX_BYTES.
    """
    if is_locked(data) or (kind == "doc" and _is_encrypted(data)):
        raise locked(name)
    if len(data) > MAX_BYTES:
        message = f"Tệp {name} có {len(data) // 1024 // 1024} MB, quá mức {MAX_BYTES // 1024 // 1024} MB."
        raise TooLarge(message, "Hãy mở bằng Word rồi lưu thành .docx.")
    program = find_office()
    if program is None:
        message = f"Tệp {name} là {_KINDS[kind]}; cần LibreOffice để đọc mà máy này chưa cài."
        raise UnsupportedFormat(message, "Hãy cài LibreOffice, hoặc mở bằng Word rồi lưu thành .docx.")
    progress("convert", 0, 1)
    converted = _convert(program, data, name, kind)
    progress("convert", 1, 1)
    try:
        flow = read_docx(converted, name, progress)
    except TooLarge:
        raise
    except IngestError as e:
        raise _not_read(name) from e
    # Its pages are those of a layout that nobody saw.
    pieces = tuple(replace(piece, page=None) for piece in flow.pieces)
    notes = tuple(replace(note, page=None) for note in flow.notes)
    return replace(flow, format=kind, pieces=pieces, notes=notes, pages=None)


def find_office() -> str | None:
    """The path of LibreOffice, or None where it is not installed."""
    return next((path for program in _PROGRAMS if (path := shutil.which(program))), None)


def _convert(program: str, data: bytes, name: str, kind: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="baocao-") as folder:
        root = Path(folder)
        profile = root / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        source = root / f"source.{kind}"
        source.write_bytes(data)
        command = [
            program,
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"-env:UserInstallation={(root / 'profile').as_uri()}",
            f"--infilter={_FILTERS[kind]}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(root / "out"),
            str(source),
        ]
        _run(command, root, name)
        made = root / "out" / "source.docx"
        if not made.is_file():
            raise _not_read(name)
        if made.stat().st_size > MAX_BYTES:
            raise TooLarge(f"Tệp {name} quá lớn sau khi chuyển sang .docx.", "Hãy tách tệp thành nhiều phần.")
        return made.read_bytes()


def _run(command: list[str], folder: Path, name: str) -> None:
    """Runs LibreOffice to its end or for SECONDS, whichever comes first."""
    environment = {**os.environ, "HOME": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        _bound(process.pid)
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as e:
            message = f"Tệp {name} mất hơn {SECONDS} giây để chuyển sang .docx nên đã dừng."
            raise UnreadableFile(message, "Hãy mở bằng Word rồi lưu thành .docx.") from e
        finally:
            # The launcher starts another process, which belongs to the same group.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _bound(pid: int) -> None:
    """Bounds the memory and the files of a process, where the system can do so from outside."""
    if hasattr(resource, "prlimit"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            resource.prlimit(pid, resource.RLIMIT_AS, (_MEMORY, _MEMORY))
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (_LARGEST_OUTPUT, _LARGEST_OUTPUT))


def _is_encrypted(data: bytes) -> bool:
    """Whether the header of a DOC says that it is encrypted ([MS-DOC] 2.5.2, fEncrypted)."""
    at = 512
    header = data[at : at + 12]
    return header[:2] == b"\xec\xa5" and bool(header[11] & _ENCRYPTED_DOC)


def _not_read(name: str) -> UnreadableFile:
    return UnreadableFile(f"Tệp {name} bị hỏng hoặc không đúng định dạng nên không đọc được.", "Hãy lưu thành .docx.")
