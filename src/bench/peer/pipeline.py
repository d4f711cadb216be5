"""Hugging Face's fill-mask pipeline, driven line by line, so that its turns can alternate with ours.

    pipeline.py MODEL SENTENCES        (torch, transformers)

Says "ready", then reads one request a line and answers each with one line of JSON:
    threads N    computes with N threads from now on, at first with 2
    fill SIZE    fills all sentences, SIZE at a time, and says how long that took
    answers K    for each sentence the K best token ids and their scores
"""

import json
import os
import sys
import time
from pathlib import Path

import torch
from transformers import pipeline

THREADS = 2

# Whatever a library prints must not be taken for an answer.
answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
os.dup2(sys.stderr.fileno(), sys.stdout.fileno())


def answer(value):
    print(json.dumps(value), file=answers, flush=True)


def took(fill, sentences, size):
    start, before = time.perf_counter(), time.process_time()
    if size == 1:
        for sentence in sentences:
            fill(sentence)
    else:
        fill(sentences, batch_size=size)
    return {"seconds": time.perf_counter() - start, "processor": time.process_time() - before}


def best(fill, sentences, k):
    return [
        {
            "ids": [candidate["token"] for candidate in filled],
            "scores": [candidate["score"] for candidate in filled],
        }
        for filled in (fill(sentence, top_k=k) for sentence in sentences)
    ]


def main(model, file):
    torch.set_num_threads(THREADS)
    sentences = Path(file).read_text(encoding="utf-8").splitlines()
    fill = pipeline("fill-mask", model=model, device="cpu")
    answer("ready")
    for line in sys.stdin:
        request, number = line.split()
        if request == "threads":
            torch.set_num_threads(int(number))
            answer("ready")
        elif request == "fill":
            answer(took(fill, sentences, int(number)))
        else:
            answer(best(fill, sentences, int(number)))


main(sys.argv[1], sys.argv[2])
