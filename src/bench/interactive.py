"""How much a running batch slows interactive requests.

Asks POST /api/v1/fill-mask for one fresh text at a time, in turn without and with a batch that keeps
every worker busy, and prints the medians and their ratio. Needs a started server and nothing but
Python's standard library:

    TIANKONG_PASSWORD=... python3 src/bench/interactive.py [http://127.0.0.1:8080]
"""

import base64
import json
import os
import statistics
import sys
import time
import urllib.request

BASE = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
CREDENTIALS = base64.b64encode(b"admin:" + os.environ["TIANKONG_PASSWORD"].encode()).decode()
ROUNDS = 5
REQUESTS = 20
# More than the workers can do in one round.
BATCH = 2000

# No answer may be known: every text is new, in this run and in those before.
run = time.time_ns()
counter = 0


def fresh_text():
    global counter
    counter += 1
    return f"记录{run}第{counter}条：这座城市的冬天很冷，人们都[MASK]着厚厚的衣服。"


def call(method, path, body=None):
    request = urllib.request.Request(
        BASE + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Basic " + CREDENTIALS, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def latencies():
    times = []
    for _ in range(REQUESTS):
        start = time.perf_counter()
        call("POST", "/api/v1/fill-mask", {"text": fresh_text()})
        times.append(time.perf_counter() - start)
    return times


def busy_latencies():
    batch = call("POST", "/api/v1/batches", [fresh_text() for _ in range(BATCH)])["id"]
    status = f"/api/v1/batches/{batch}"
    while call("GET", status)["state"] == "QUEUED":
        time.sleep(0.05)
    times = latencies()
    if call("GET", status)["finishedAt"]:
        sys.exit("The batch ended too early: the server was not busy all the time.")
    while not call("GET", status)["finishedAt"]:
        time.sleep(0.5)
    return times


def main():
    latencies()  # Warms up.
    idle, busy = [], []
    for _ in range(ROUNDS):
        idle += latencies()
        busy += busy_latencies()
    for name, times in (("idle", idle), ("busy", busy)):
        print(f"{name}: median {1000 * statistics.median(times):.0f} ms, "
              f"95 % within {1000 * statistics.quantiles(times, n=20)[-1]:.0f} ms")
    print(f"ratio of medians: {statistics.median(busy) / statistics.median(idle):.2f}")


if __name__ == "__main__":
    main()
