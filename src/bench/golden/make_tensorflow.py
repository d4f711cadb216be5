"""Writes the tiny BERT of make_golden.py as TensorFlow does, named like the default model.

    python make_tensorflow.py FOLDER    (tensorflow, numpy)

FOLDER/tiny-bert is read, FOLDER/tiny-bert-tf is written.
"""

import json
import shutil
import sys
from pathlib import Path

import numpy
import tensorflow as tf


def read_safetensors(path):
    content = path.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        values = numpy.frombuffer(content[start + first : start + last], dtype="<f4")
        yield name, values.reshape(entry["shape"])


def tensorflow_name(name):
    name = name.replace("encoder.layer.", "encoder.layer_").replace(".", "/")
    if name == "cls/predictions/bias":
        return "cls/predictions/output_bias"
    if name.endswith("_embeddings/weight"):
        return name.removesuffix("/weight")
    if "LayerNorm" in name:
        return name.replace("weight", "gamma").replace("bias", "beta")
    return name.replace("weight", "kernel")


def main(folder):
    source, target = folder / "tiny-bert", folder / "tiny-bert-tf"
    (target / "variables").mkdir(parents=True, exist_ok=True)
    (target / "assets").mkdir(exist_ok=True)
    names, tensors = [], []
    for name, values in read_safetensors(source / "model.safetensors"):
        if name == "cls.predictions.decoder.weight" or name == "cls.predictions.decoder.bias":
            continue
        name = tensorflow_name(name)
        names.append("module/" + name)
        tensors.append(tf.constant(values.T if name.endswith("/kernel") else values))
    tf.raw_ops.SaveV2(
        prefix=str(target / "variables" / "variables"),
        tensor_names=names,
        shape_and_slices=[""] * len(names),
        tensors=tensors,
    )
    shutil.copy(source / "vocab.txt", target / "assets" / "vocab.txt")
    config = json.loads((source / "config.json").read_text())
    heads = {"num_attention_heads": config["num_attention_heads"]}
    (target / "assets" / "bert_config.json").write_text(json.dumps(heads) + "\n")


main(Path(sys.argv[1]))
