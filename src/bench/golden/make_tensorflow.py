"""Writes the tiny BERT of make_golden.py as TensorFlow does: named like the default model, and as
Google and HFL publish theirs.

    python make_tensorflow.py FOLDER    (tensorflow, numpy)

FOLDER/tiny-bert is read, FOLDER/tiny-bert-tf and FOLDER/tiny-bert-ckpt are written.
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


def tensors(source):
    for name, values in read_safetensors(source / "model.safetensors"):
        if name != "cls.predictions.decoder.weight" and name != "cls.predictions.decoder.bias":
            name = tensorflow_name(name)
            yield name, tf.constant(values.T if name.endswith("/kernel") else values)


def save(prefix, named):
    tf.raw_ops.SaveV2(
        prefix=str(prefix),
        tensor_names=list(named),
        shape_and_slices=[""] * len(named),
        tensors=list(named.values()),
    )


def write_saved_model(source, target):
    (target / "variables").mkdir(parents=True, exist_ok=True)
    (target / "assets").mkdir(exist_ok=True)
    named = {"module/" + name: values for name, values in tensors(source)}
    save(target / "variables" / "variables", named)
    shutil.copy(source / "vocab.txt", target / "assets" / "vocab.txt")
    config = json.loads((source / "config.json").read_text())
    heads = {"num_attention_heads": config["num_attention_heads"]}
    (target / "assets" / "bert_config.json").write_text(json.dumps(heads) + "\n")


def write_checkpoint(source, target):
    target.mkdir(exist_ok=True)
    named = dict(tensors(source))
    # What training leaves behind and what only the other pretraining task needs.
    named["global_step"] = tf.constant(1000, tf.int64)
    named["bert/pooler/dense/bias/adam_m"] = tf.zeros(32)
    named["cls/seq_relationship/output_bias"] = tf.zeros(2)
    save(target / "bert_model.ckpt", named)
    shutil.copy(source / "vocab.txt", target / "vocab.txt")
    config = json.loads((source / "config.json").read_text())
    keys = ["hidden_act", "hidden_size", "num_attention_heads", "num_hidden_layers", "vocab_size"]
    published = {key: config[key] for key in keys} | {"directionality": "bidi"}
    (target / "bert_config.json").write_text(json.dumps(published, indent=2) + "\n")


def main(folder):
    write_saved_model(folder / "tiny-bert", folder / "tiny-bert-tf")
    write_checkpoint(folder / "tiny-bert", folder / "tiny-bert-ckpt")


main(Path(sys.argv[1]))
