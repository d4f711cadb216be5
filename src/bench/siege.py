"""Slow and silent clients.

Opens, all at once and again whenever one has ended, 200 connections of strangers that send one byte
of a body, 100 uploads with a token of which half send one byte and half 70,000, and 100 downloads
that nobody reads. Measures what others wait meanwhile: small submits, GET /api/v1/me and the status
of a batch, and both health routes. Needs a started server and nothing but Python's standard library:

    TIANKONG_PASSWORD=... python3 src/bench/siege.py [http://127.0.0.1:8080 [SECONDS]]

Half of the attackers come from each of two addresses of loopback, others from a third.
"""

import asyncio
import base64
import json
import os
import secrets
import statistics
import sys
import time
import urllib.parse

BASE = urllib.parse.urlsplit(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080")
SECONDS = int(sys.argv[2]) if len(sys.argv) > 2 else 120
# Before the siege, for comparison.
CALM = 20
ADMIN = "Basic " + base64.b64encode(b"admin:" + os.environ["TIANKONG_PASSWORD"].encode()).decode()
STRANGERS, UPLOADS, DOWNLOADS = 200, 100, 100
# Larger than what the kernel holds for a client that does not read.
TEXTS = 100_000
SMALL = 10
# A user may have 1,000 open batches.
SUBMITTERS = 4
# A request without an answer for so long counts as this, and as a failure.
PATIENCE = 30
ATTACKERS = ("127.0.0.2", "127.0.0.3")
OTHERS = "127.0.0.4"
JSON = "Content-Type: application/json\r\n"


async def connect(address, limit=2 ** 16):
    return await asyncio.open_connection(BASE.hostname, BASE.port, local_addr=(address, 0), limit=limit)


async def call(method, path, authorization, body=b"", kind="application/json"):
    """The answer's status and JSON, over a connection of its own."""
    reader, writer = await connect(OTHERS)
    try:
        head = f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        if authorization:
            head += f"Authorization: {authorization}\r\n"
        writer.write(head.encode() + b"\r\n" + body)
        status = int((await reader.readline()).split()[1])
        headers = {}
        while (line := await reader.readline()).strip():
            name, value = line.decode().split(":", 1)
            headers[name.lower()] = value.strip()
        if "content-length" in headers:
            text = await reader.readexactly(int(headers["content-length"]))
        else:
            text = b""
            while size := int(await reader.readline(), 16):
                text += await reader.readexactly(size)
                await reader.readline()
        return status, json.loads(text) if text else None
    finally:
        writer.close()


async def account(role):
    name = f"{role}-{secrets.token_hex(4)}"
    password = secrets.token_hex(12)
    body = json.dumps({"name": name, "password": password, "role": role}).encode()
    status, answer = await call("POST", "/api/v1/users", ADMIN, body)
    assert status == 201, answer
    basic = "Basic " + base64.b64encode(f"{name}:{password}".encode()).decode()
    body = json.dumps({"name": "siege", "role": role, "expiresInDays": 1}).encode()
    status, answer = await call("POST", "/api/v1/tokens", basic, body)
    assert status == 201, answer
    return "Bearer " + answer["token"]


async def besiege(number, head, body, seen, end):
    """Holds one connection as long as the server does, and opens it again."""
    while not end.is_set():
        writer, status = None, None
        try:
            # A small limit: what is read here ahead of need would be taken from the server.
            reader, writer = await connect(ATTACKERS[number % len(ATTACKERS)], limit=256)
            writer.write((head + "\r\n").encode() + body)
            line = await reader.readline()
            status = line.split()[1].decode() if line else "closed"
            seen[status] = seen.get(status, 0) + 1
            if status == "200":
                # Reads nothing; only the server's close ends this.
                writer.transport.pause_reading()
                await asyncio.wait_for(end.wait(), PATIENCE * 2)
            else:
                await reader.read(-1)
        except (OSError, asyncio.TimeoutError, asyncio.IncompleteReadError):
            seen["reset"] = seen.get("reset", 0) + 1
        finally:
            if writer:
                writer.transport.abort()
        # As the answer asks (Retry-After): this is no flood.
        await asyncio.sleep(5 if status in ("429", "503") else 0.5)


async def measure(name, request, waits, end):
    while not end.is_set():
        start = time.perf_counter()
        try:
            await asyncio.wait_for(request(), PATIENCE)
            waits[name].append(time.perf_counter() - start)
        except AssertionError as wrong:
            print(f"{name} was answered {wrong}", file=sys.stderr)
            waits[name].append(float(PATIENCE))
        except (OSError, ValueError, IndexError, asyncio.TimeoutError,
                asyncio.IncompleteReadError):
            waits[name].append(float(PATIENCE))
        await asyncio.sleep(0.05)


def tell(title, waits):
    print(title)
    for name, took in waits.items():
        lost = sum(wait >= PATIENCE for wait in took)
        quantiles = statistics.quantiles(took, n=100, method="inclusive") if len(took) > 1 else took * 99
        print(f"  {name:<14} {len(took):>5} requests: median {1000 * statistics.median(took):>6.0f} ms, "
              f"p99 {1000 * quantiles[-1]:>6.0f} ms, max {1000 * max(took):>6.0f} ms, {lost} not answered")


async def observe(others, seconds):
    other = others[0]
    _, batch = await call("POST", "/api/v1/batches", other,
                          json.dumps({"texts": ["春眠不觉[MASK]。"], "notBefore": later()}).encode())
    number = 0

    async def expect(expected, *request):
        status, answer = await call(*request)
        assert status == expected, answer
        return answer

    async def submit():
        nonlocal number
        number += 1
        body = {"texts": [f"围{number}第{i}条是[MASK]。" for i in range(SMALL)], "notBefore": later()}
        await expect(202, "POST", "/api/v1/batches", others[number % len(others)], json.dumps(body).encode())

    requests = {
        "submit": submit,
        "GET me": lambda: expect(200, "GET", "/api/v1/me", other),
        "GET status": lambda: expect(200, "GET", f"/api/v1/batches/{batch['id']}", other),
        "health/live": lambda: expect(200, "GET", "/api/v1/health/live", None),
        "health/ready": lambda: expect(200, "GET", "/api/v1/health/ready", None),
    }
    waits = {name: [] for name in requests}
    end = asyncio.Event()
    tasks = [asyncio.create_task(measure(name, request, waits, end)) for name, request in requests.items()]
    await asyncio.sleep(seconds)
    end.set()
    await asyncio.gather(*tasks)
    return waits


def later():
    """So that the model does not compute for what is measured."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3600))


async def main():
    attacker = await account("submitter")
    others = [await account("submitter") for _ in range(SUBMITTERS)]
    lines = "".join(f'{{"text": "这座城市的第{i}个冬天很冷，人们都[MASK]着厚厚的衣服。{"长" * 100}"}}\n'
                    for i in range(TEXTS)).encode()
    status, large = await call("POST", "/api/v1/batches?notBefore=" + later(), attacker, lines,
                               "application/x-ndjson")
    assert status == 202, large
    export = f"GET /api/v1/batches/{large['id']}/results?format=ndjson HTTP/1.1\r\nHost: localhost\r\n"
    upload = f"POST /api/v1/batches HTTP/1.1\r\nHost: localhost\r\n{JSON}"
    signed = f"Authorization: {attacker}\r\n"

    tell("before", await observe(others, CALM))

    seen = {"strangers": {}, "uploads": {}, "downloads": {}}
    end = asyncio.Event()
    siege = [besiege(i, f"{upload}Content-Length: 100000\r\n", b"[", seen["strangers"], end)
             for i in range(STRANGERS)]
    siege += [besiege(i, f"{upload}{signed}Content-Length: 1000000\r\n",
                      b"[" + b" " * (70_000 if i % 4 < 2 else 0), seen["uploads"], end)
              for i in range(UPLOADS)]
    siege += [besiege(i, export + signed, b"", seen["downloads"], end) for i in range(DOWNLOADS)]
    tasks = [asyncio.create_task(one) for one in siege]
    waits = await observe(others, SECONDS)
    end.set()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    tell(f"during {SECONDS} s with {STRANGERS} strangers, {UPLOADS} uploads, {DOWNLOADS} downloads", waits)
    for kind, statuses in seen.items():
        print(f"  {kind} were answered: " + ", ".join(f"{status} {count} times"
                                                        for status, count in sorted(statuses.items())))
    await call("DELETE", f"/api/v1/batches/{large['id']}", attacker)


if __name__ == "__main__":
    asyncio.run(main())
