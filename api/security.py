"""The guard in front of every request: headers, origin of writes, host names, size of bodies.

A pure ASGI middleware, so that streams pass through untouched.
"""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import ApiError, BadRequest, ForeignWrite, TooMuch

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
HOST = re.compile(r"(?:(?P<name>[A-Za-z0-9._-]{1,253})|\[(?P<six>[0-9A-Fa-f:.]{2,45})\])(?::\d{1,5})?")
READS = frozenset({"GET", "HEAD", "OPTIONS"})
QUESTION_BYTES = 2_000_000
"""Largest body of a request that is not an upload."""


class Guard:
    """Adds the security headers, refuses foreign writes, unknown host names and bodies over their limit.

    `upload_bytes` limits POST /api/reports. `hosts` are the host names served beside IP addresses and localhost: a page
    that reaches us under another name is a name rebound to this machine.
    """

    def __init__(self, app: ASGIApp, upload_bytes: int, hosts: Collection[str] = ()) -> None:
        self._app = app
        self._upload_bytes = upload_bytes
        self._hosts = {h.lower() for h in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            self._check(scope)
            await self._app(scope, self._bounded(scope, receive), with_headers)
        except (ForeignWrite, TooMuch, BadRequest) as problem:
            if started:
                raise
            await _refuse(problem, with_headers)

    def _check(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        host = hosts[0] if hosts else ""
        if len(hosts) > 1 or (host and not self._known(host)):
            raise BadRequest(
                f"Máy chủ này không trả lời dưới tên {host!r}.", "Thêm tên này vào BAOCAO_HOSTS rồi khởi động lại."
            )
        if scope["method"] in READS:
            return
        site = headers.get("sec-fetch-site")
        origin = headers.get("origin")
        # Browsers tell the site on secure origins and localhost; elsewhere the origin has to do.
        own = site in ("same-origin", "none") if site else origin is None or origin.split("://")[-1] == host
        if not own:
            raise ForeignWrite(
                "Trang của nguồn khác không được thay đổi gì ở đây.", "Hãy mở trang của chính máy chủ này."
            )
        length = headers.get("content-length", "0")
        if not length.isdigit():
            raise BadRequest("Không đọc được độ dài của yêu cầu.")
        if int(length) > self._limit(scope):
            raise self._too_much(scope)

    def _known(self, host: str) -> bool:
        written = HOST.fullmatch(host)
        if written is None:
            return False
        name = (written["name"] or written["six"]).lower()
        if name == "localhost" or name in self._hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _limit(self, scope: Scope) -> int:
        return self._upload_bytes if scope["path"] == "/api/reports" else QUESTION_BYTES

    def _too_much(self, scope: Scope) -> TooMuch:
        megabytes = self._limit(scope) // 1_000_000
        return TooMuch(f"Dữ liệu gửi lên lớn hơn {megabytes} MB.", "Gửi tệp nhỏ hơn, hoặc tách tệp ra.")

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        limit, seen = self._limit(scope), 0

        async def bounded() -> Message:
            nonlocal seen
            message = await receive()
            if message["type"] == "http.request":
                seen += len(message.get("body", b""))
                if seen > limit:
                    # Readers of bodies let an HTTPException pass and turn any other error into "bad request".
                    raise HTTPException(413, self._too_much(scope).message)
            return message

        return bounded


async def _refuse(problem: ApiError, send: Send) -> None:
    body = {"error": {"code": problem.code, "message": problem.message, "hint": problem.hint}}
    data = json.dumps(body, ensure_ascii=False).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(data)).encode())]
    await send({"type": "http.response.start", "status": problem.status, "headers": headers})
    await send({"type": "http.response.body", "body": data})
