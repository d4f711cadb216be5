"""Turns the published TensorFlow model into a directory that Hugging Face's library loads.

    export.py JAR FOLDER        (numpy, safetensors, torch, transformers)

It shares no code with the product's own import, so that a weight which one of them misreads shows
as a difference between their answers.
"""

import io
import sys
import zipfile
from pathlib import Path

import numpy
import torch
from transformers import BertConfig, BertForMaskedLM, BertTokenizerFast

FOOTER = 48
FLOAT = 1
INDEX = "variables.index"
DATA = "variables.data-00000-of-00001"
VOCABULARY = "vocab.txt"


def files(jar):
    """The largest file of the jar is a zip itself; only the last parts of its names matter."""
    with zipfile.ZipFile(jar) as outer:
        inner = max(outer.infolist(), key=lambda entry: entry.file_size)
        with zipfile.ZipFile(io.BytesIO(outer.read(inner))) as archive:
            return {
                Path(name).name: archive.read(name)
                for name in archive.namelist()
                if Path(name).name in (INDEX, DATA, VOCABULARY)
            }


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def block(data, handle):
    """Keys and values of one block of a LevelDB table; each key leaves out what it shares."""
    offset, at = varint(handle, 0)
    size, _ = varint(handle, at)
    content = data[offset : offset + size]
    restarts = int.from_bytes(content[-4:], "little")
    end = len(content) - 4 * (restarts + 1)
    at, key = 0, b""
    while at < end:
        shared, at = varint(content, at)
        own, at = varint(content, at)
        length, at = varint(content, at)
        key = key[:shared] + content[at : at + own]
        at += own
        yield key, content[at : at + length]
        at += length


def entries(index):
    footer = index[-FOOTER:]
    _, at = varint(footer, 0)
    _, at = varint(footer, at)
    for _, handle in block(index, footer[at:]):
        yield from block(index, handle)


def fields(message):
    """Numbers and bytes of one protocol buffer; wire type 5 is the checksum, which is skipped."""
    at = 0
    while at < len(message):
        tag, at = varint(message, at)
        if tag & 7 == 5:
            at += 4
            continue
        value, at = varint(message, at)
        if tag & 7 == 2:
            value, at = message[at : at + value], at + value
        yield tag >> 3, value


def tensors(index, data):
    found = {}
    for key, message in entries(index):
        entry = dict(fields(message))
        if key and entry.get(1) == FLOAT:
            shape = [dict(fields(size)).get(1, 0) for tag, size in fields(entry[2]) if tag == 2]
            offset, size = entry.get(4, 0), entry[5]
            values = numpy.frombuffer(data, "<f4", size // 4, offset).reshape(shape)
            found[key.decode().removeprefix("module/")] = values
    return found


def hugging_face_name(name):
    name = name.replace("/", ".").replace("layer_", "layer.").replace("output_bias", "bias")
    for theirs, ours in (("gamma", "weight"), ("beta", "bias"), ("kernel", "weight")):
        name = name.removesuffix(theirs) + ours if name.endswith(theirs) else name
    return name + ".weight" if name.endswith("_embeddings") else name


def main(jar, folder):
    contents = files(jar)
    weights = {
        hugging_face_name(name): torch.from_numpy(
            values.T.copy() if name.endswith("kernel") else values.copy()
        )
        for name, values in tensors(contents[INDEX], contents[DATA]).items()
    }
    model = BertForMaskedLM(
        BertConfig(vocab_size=len(weights["bert.embeddings.word_embeddings.weight"]))
    )
    wanted = {name for name, _ in model.named_parameters()}
    missing = wanted - weights.keys()
    if missing:
        sys.exit(f"The model has no {', '.join(sorted(missing))}.")
    model.load_state_dict({name: weights[name] for name in wanted}, strict=False)

    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = folder / VOCABULARY
    vocabulary.write_bytes(contents[VOCABULARY])
    tokenizer = BertTokenizerFast(vocab=str(vocabulary), do_lower_case=False, model_max_length=512)
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)


main(Path(sys.argv[1]), Path(sys.argv[2]))
