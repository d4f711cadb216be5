"""This server against the tutorial's Celery system, asked by the same client.

Both fill the same fresh sentences, in turn: batches go to POST /submit_batch and are followed at
GET /task_status until their answers are there. Prints texts a second, the ratio of the medians, and
how often both have the same first candidate. Needs both started, see celery/run.sh, and nothing but
Python's standard library:

    TIANKONG_PASSWORD=... python3 src/bench/tutorial.py [OURS [THEIRS [SENTENCES]]]
"""

import base64
import itertools
import json
import os
import statistics
import sys
import time
import urllib.request
from pathlib import Path

OURS = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
THEIRS = sys.argv[2] if len(sys.argv) > 2 else "http://127.0.0.1:18000"
NUMBER = int(sys.argv[3]) if len(sys.argv) > 3 else None
FILE = Path(__file__).parents[1] / "main/resources/dev/tiankong/checkpoint/sentences.txt"
SENTENCES = FILE.read_text(encoding="utf-8").splitlines()[:NUMBER]
CREDENTIALS = base64.b64encode(b"admin:" + os.environ["TIANKONG_PASSWORD"].encode()).decode()
ROUNDS = 3
# All sentences are one pass. Ours fills more of them, to work as long as theirs: over a minute.
OUR_PASSES = 6
# There one worker fills a batch alone: a batch for each, alike in length, keeps both at work.
BATCHES_A_PASS = 2
WARM_UP = 40
SECONDS_BETWEEN_POLLS = 0.2

# No answer may be known: every text is new, in this run and in those before.
numbers = itertools.count(int(1000 * time.time()))


def fresh(sentences):
    return [f"{next(numbers)}：{sentence}" for sentence in sentences]


def call(server, method, path, body=None):
    request = urllib.request.Request(
        server + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Basic " + CREDENTIALS, "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def answers(server, task):
    while True:
        status = call(server, "GET", f"/task_status/{task}")
        if status["state"] == "SUCCESS":
            return status["result"]["data"]
        if status["state"] not in ("PENDING", "PROGRESS"):
            sys.exit(f"{server} did not fill a batch: {status}")
        time.sleep(SECONDS_BETWEEN_POLLS)


def fill(server, passes):
    """Texts a second, and each text's first candidate."""
    batches = [texts[i::BATCHES_A_PASS] for texts in passes for i in range(BATCHES_A_PASS)]
    start = time.perf_counter()
    tasks = [call(server, "POST", "/submit_batch", batch)["task_id"] for batch in batches]
    data = [item for task in tasks for item in answers(server, task)]
    took = time.perf_counter() - start
    return len(data) / took, {item["text"]: first(item) for item in data}


def first(item):
    """Without its rounded score, such as in "上 (98%)"."""
    return item["predictions"][0].rpartition(" ")[0]


def main():
    for server in (THEIRS, OURS):
        fill(server, [fresh(SENTENCES[:WARM_UP])])
    theirs, ours, same = [], [], 0
    for number in range(ROUNDS):
        passes = [fresh(SENTENCES) for _ in range(OUR_PASSES)]
        speed, expected = fill(THEIRS, passes[:1])
        theirs.append(speed)
        speed, filled = fill(OURS, passes)
        ours.append(speed)
        # They have the first pass in common.
        same += sum(filled[text] == candidate for text, candidate in expected.items())
        print(f"round {number + 1}: tutorial's system {theirs[-1]:.1f} texts/s, "
              f"this server {ours[-1]:.1f} texts/s")
    print(f"medians: tutorial's system {statistics.median(theirs):.1f} texts/s, "
          f"this server {statistics.median(ours):.1f} texts/s")
    print(f"ratio of medians: {statistics.median(ours) / statistics.median(theirs):.2f}")
    print(f"the same first candidate in {same} of {ROUNDS * len(SENTENCES)} texts")


if __name__ == "__main__":
    main()
