"""The tutorial's HTTP side: takes batches in and says how they stand."""

from typing import Annotated

from fastapi import Body, FastAPI
from tasks import celery_app, fill_mask_async

app = FastAPI()


@app.post("/submit_batch")
def submit_batch(text_list: Annotated[list[str], Body()]):
    task = fill_mask_async.delay(text_list)
    return {"task_id": task.id, "message": f"Ask GET /task_status/{task.id} for the answers."}


@app.get("/task_status/{task_id}")
def task_status(task_id: str):
    task = celery_app.AsyncResult(task_id)
    state, info = task.state, task.info
    if state == "SUCCESS":
        return {"state": state, "result": info}
    if state == "PROGRESS":
        return {"state": state, "status": info["status"]}
    # Why a task failed or is tried again; nothing for one that waits.
    return {"state": state, "status": str(info or "")}
