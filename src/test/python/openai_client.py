"""Runs OpenAI's own client against a started server: every call of models, files and batches once.

    pip install openai
    OPENAI_BASE_URL=http://127.0.0.1:8080/v1 OPENAI_API_KEY=tk_… python openai_client.py

The key is an API token of a submitter's, see src/docs/security.md. What it prints is what the
server answered; it ends with an AssertionError where that is not what the client's users expect.
"""

import json
import time

import openai

client = openai.OpenAI()

FINAL = {"completed", "failed", "expired", "cancelled"}


def request(custom_id, text, **options):
    return {
        "custom_id": custom_id,
        "method": "POST",
        "url": "/v1/fill-mask",
        "body": {"input": text, **options},
    }


def upload(*lines):
    content = "\n".join(l if isinstance(l, str) else json.dumps(l, ensure_ascii=False) for l in lines)
    return client.files.create(file=("requests.jsonl", content.encode()), purpose="batch")


def create(file, **metadata):
    return client.batches.create(
        input_file_id=file.id,
        endpoint="/v1/fill-mask",
        completion_window="24h",
        metadata=metadata or None,
    )


def ended(batch):
    while batch.status not in FINAL:
        time.sleep(0.2)
        batch = client.batches.retrieve(batch.id)
    return batch


def refused(exception, call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except exception as error:
        print(f"{type(error).__name__} {error.status_code} {error.code}: {error.body['message']}")
        return error
    raise AssertionError(f"expected {exception.__name__}")


def a_batch_with_answers_and_an_error():
    file = upload(
        request("capital", "中国的首都是北[MASK]。", top_k=2),
        request("either", "中国的首都是北[MASK]。", targets=["平", "京"]),
        request("no-blank", "没有"),
    )
    print(f"uploaded  {file.filename}, {file.bytes} bytes, {file.purpose}, {file.status}")
    batch = create(file, project="demo")
    print(f"created   {batch.status}, {batch.endpoint}, {batch.metadata}")
    assert batch.status == "validating"
    batch = ended(batch)
    print(f"ended     {batch.status}, {batch.request_counts}, {batch.model}")
    assert batch.status == "completed" and batch.completed_at >= batch.created_at
    counts = batch.request_counts
    assert (counts.total, counts.completed, counts.failed) == (3, 2, 1)
    print(client.files.content(batch.output_file_id).text, end="")
    print(client.files.content(batch.error_file_id).text, end="")
    answers = [json.loads(l) for l in client.files.content(batch.output_file_id).text.splitlines()]
    tokens = {
        a["custom_id"]: [p["token"] for p in a["response"]["body"]["masks"][0]["predictions"]]
        for a in answers
    }
    assert tokens["capital"][0] == "京" and tokens["either"] == ["京", "平"], tokens
    assert client.files.content(file.id).read().count(b"\n") == 2
    assert client.files.retrieve(batch.output_file_id).purpose == "batch_output"
    return file, batch


def a_batch_that_fails():
    line = request("a", "北[MASK]")
    batch = ended(create(upload(line, '{"custom_id": ', line, {**line, "custom_id": "b", "url": "/"})))
    print(f"ended     {batch.status}")
    for error in batch.errors.data:
        print(f"          line {error.line}: {error.code} ({error.param}): {error.message}")
    assert batch.status == "failed" and [e.line for e in batch.errors.data] == [2, 3, 4]


def a_batch_that_is_cancelled():
    stamp = time.time_ns()
    batch = create(upload(*[request(f"r{i}", f"{stamp}的第{i}个城市是北[MASK]。") for i in range(3000)]))
    while batch.status == "validating":
        time.sleep(0.1)
        batch = client.batches.retrieve(batch.id)
    batch = client.batches.cancel(batch.id)
    print(f"cancelled {batch.status}")
    assert batch.status in ("cancelling", "cancelled")
    batch = ended(batch)
    line = client.files.content(batch.error_file_id).text.splitlines()[-1]
    print(f"ended     {batch.status}, {batch.request_counts}; last line of the error file: {line}")
    assert batch.status == "cancelled" and json.loads(line)["error"]["code"] == "batch_cancelled"
    return batch


def models():
    installed = client.models.list().data
    for model in installed:
        assert client.models.retrieve(model.id) == model
        print(f"model     {model.id}, {model.object}, {model.owned_by}")
    refused(openai.NotFoundError, client.models.retrieve, "gpt-0")
    assert installed and all(model.created > 1_000_000_000 for model in installed)


def lists():
    first = client.batches.list(limit=2)
    every = [batch.id for batch in client.batches.list(limit=2)]
    print(f"batches   {len(first.data)} on the first page, {len(every)} on all, more: {first.has_more}")
    assert len(every) == len(set(every)) >= 3 and first.has_more
    files = list(client.files.list(limit=2))
    outputs = list(client.files.list(purpose="batch_output"))
    print(f"files     {len(files)}, {len(outputs)} of them of batches")
    assert len(files) > len(outputs) >= 2


def errors(file, batch):
    refused(openai.NotFoundError, client.batches.retrieve, "batch_0")
    refused(openai.NotFoundError, client.files.content, "file-0")
    wrong = refused(
        openai.BadRequestError,
        client.batches.create,
        input_file_id=file.id,
        endpoint="/v1/embeddings",
        completion_window="24h",
    )
    assert wrong.param == "endpoint" and wrong.type == "invalid_request_error"
    hasty = client.with_options(max_retries=0)
    refused(openai.ConflictError, hasty.batches.cancel, batch.id)
    refused(openai.AuthenticationError, openai.OpenAI(api_key="tk_wrong").batches.list)


def deletion(file):
    print(f"deleted   {client.files.delete(file.id).deleted}")
    refused(openai.NotFoundError, client.files.retrieve, file.id)


print(f"openai {openai.__version__}")
models()
done_file, done = a_batch_with_answers_and_an_error()
a_batch_that_fails()
a_batch_that_is_cancelled()
lists()
errors(done_file, done)
deletion(done_file)
