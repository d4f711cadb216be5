"""How fast texts come in.

Submits 100,000 fresh texts as NDJSON, with small submits meanwhile. Needs a started server and
nothing but Python's standard library:

    TIANKONG_PASSWORD=... python3 src/bench/intake.py [http://127.0.0.1:8080 [TEXTS]]
"""

import base64
import json
import os
import statistics
import sys
import threading
import time
import urllib.request

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
TEXTS = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
PASSWORD = base64.b64encode(b"admin:" + os.environ["TIANKONG_PASSWORD"].encode()).decode()
# Until the server is as fast as it gets; not counted.
WARM_UP = 3
ROUNDS = 20
SMALL = 10

run = time.time_ns()
authorization = "Basic " + PASSWORD


def open_url(method, path, body=None, kind="application/json", accept="application/json"):
    request = urllib.request.Request(
        BASE + path,
        method=method,
        data=body,
        headers={"Authorization": authorization, "Content-Type": kind, "Accept": accept},
    )
    return urllib.request.urlopen(request, timeout=600)


def call(method, path, body=None, kind="application/json"):
    with open_url(method, path, body, kind) as response:
        text = response.read()
    return json.loads(text) if text else None


def small_submit(number):
    texts = [f"记录{run}小批{number}第{i}条是[MASK]。" for i in range(SMALL)]
    start = time.perf_counter()
    batch = call("POST", "/api/v1/batches", json.dumps(texts).encode())
    took = time.perf_counter() - start
    call("POST", f"/api/v1/batches/{batch['id']}/cancel")
    return took


def ingest(number):
    lines = (f'{{"text": "记录{run}第{number}轮第{i}条：这座城市的冬天很冷，人们都[MASK]着厚厚的衣服。", "id": {i}}}\n'
             for i in range(TEXTS))
    body = "".join(lines).encode()
    small, busy = [], threading.Event()

    def meanwhile():
        while not busy.is_set():
            small.append(small_submit(f"{number}-{len(small)}"))

    thread = threading.Thread(target=meanwhile)
    thread.start()
    start = time.perf_counter()
    batch = call("POST", "/api/v1/batches", body, "application/x-ndjson")["id"]
    took = time.perf_counter() - start
    busy.set()
    thread.join()
    # Not to be answered.
    call("POST", f"/api/v1/batches/{batch}/cancel")
    return batch, took, small


def main():
    global authorization
    # As programs sign in.
    token = json.dumps({"name": "intake", "role": "submitter", "expiresInDays": 1}).encode()
    token = call("POST", "/api/v1/tokens", token)
    authorization = "Bearer " + token["token"]
    taken, small = [], []
    for number in range(WARM_UP + ROUNDS):
        batch, took, meanwhile = ingest(number)
        call("DELETE", f"/api/v1/batches/{batch}")
        if number < WARM_UP:
            continue
        taken.append(TEXTS / took)
        small += meanwhile
        print(f"round {len(taken)}: {taken[-1]:,.0f} texts/s")
    print(f"median {statistics.median(taken):,.0f} texts/s")
    print(f"{len(small)} submits of {SMALL} texts meanwhile: "
          f"median {1000 * statistics.median(small):.0f} ms, "
          f"99 % within {1000 * statistics.quantiles(small, n=100, method='inclusive')[-1]:.0f} ms")
    # A user may have only so many.
    call("DELETE", "/api/v1/tokens/" + token["id"])


if __name__ == "__main__":
    main()
