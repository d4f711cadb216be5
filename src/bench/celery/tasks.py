"""The tutorial's Celery task. A batch is one task: one worker process fills it, text by text."""

import os

import torch
from celery import Celery
from celery.signals import worker_process_init
from transformers import pipeline

REDIS = os.environ["REDIS_URL"]

celery_app = Celery("tasks", broker=REDIS, backend=REDIS)
celery_app.conf.update(
    result_expires=3600,
    # A process that has not loaded its model after the usual 4 seconds is not dead.
    worker_proc_alive_timeout=60,
)

fill_mask = None


@worker_process_init.connect
def load_model(**_):
    # Two workers on two cores: with more threads they would only crowd each other out.
    torch.set_num_threads(1)
    global fill_mask
    fill_mask = pipeline(
        "fill-mask", model=os.environ["FILL_MASK_MODEL"], device="cpu", top_k=5
    )


def predictions(text):
    return [f"{candidate['token_str']} ({candidate['score']:.0%})" for candidate in fill_mask(text)]


@celery_app.task(bind=True, max_retries=3)
def fill_mask_async(self, text_list):
    self.update_state(state="PROGRESS", meta={"status": f"Filling {len(text_list)} texts."})
    try:
        data = [
            {"index": index, "text": text, "predictions": predictions(text)}
            for index, text in enumerate(text_list)
        ]
    except Exception as error:
        raise self.retry(exc=error, countdown=10)
    return {"status": "success", "data": data}
