"""Makes odd_checkpoints.json and its files: tiny BERTs as publishers have them, and what transformers says.

    python make_odd.py FOLDER        (torch, transformers 5, safetensors)

Each case is the model in FOLDER/odd with other files, settings or weights. "read" has the five best
candidates that transformers computes for the text; a case without it is one that transformers
refuses or computes with random weights, and "refused" is what the import has to say of it.
"""

import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

import torch
from safetensors.torch import save_file
from transformers import AutoModelForMaskedLM, AutoTokenizer, BertConfig, BertForMaskedLM
from transformers import BertTokenizerFast

VOCABULARY = (
    ["[PAD]", "[unused1]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    + list("的一是不了在人有我他这中大来上国春风又绿江南")
    + ["The", "a", "the", "é", "e", "中国", "##a", "##国"]
)
TEXT = "春风又[MASK]江南"
WORDS = "bert.embeddings.word_embeddings.weight"
DECODER = "cls.predictions.decoder.weight"
DECODER_BIAS = "cls.predictions.decoder.bias"
BIAS = "cls.predictions.bias"
QUERY = "bert.encoder.layer.1.attention.self.query.weight"


def tiny_model():
    torch.manual_seed(20261129)
    config = BertConfig(
        vocab_size=len(VOCABULARY),
        hidden_size=4,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=8,
        max_position_embeddings=16,
    )
    model = BertForMaskedLM(config).float().eval()
    with torch.no_grad():
        for name, weights in model.named_parameters():
            weights.normal_(1.0 if "LayerNorm.weight" in name else 0.0, 0.4)
    return model


def file_name(text):
    return "-".join(re.findall("[a-z0-9]+", text))


class Cases:
    def __init__(self, target):
        self.target = target
        self.base = target / "odd"
        self.cases = []
        shutil.rmtree(self.base, ignore_errors=True)
        model = tiny_model()
        model.save_pretrained(self.base)
        (self.base / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
        tokenizer = BertTokenizerFast(
            vocab=str(self.base / "vocab.txt"), do_lower_case=False, model_max_length=16
        )
        tokenizer.save_pretrained(self.base)
        self.weights = {name: tensor.clone() for name, tensor in model.state_dict().items()}
        for name in (DECODER, DECODER_BIAS):
            del self.weights[name]
        self.tokenizer = json.loads((self.base / "tokenizer.json").read_text())
        self.settings = json.loads((self.base / "tokenizer_config.json").read_text())

    def add(self, name, files=(), config=(), remove=(), weights=None, refused=None, text=TEXT):
        """files: contents by name; weights: the name of a file among those beside odd/."""
        case = {"name": name, "text": text, "files": dict(files), "remove": list(remove)}
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder) / "model"
            shutil.copytree(self.base, folder)
            if config:
                changed = json.loads((folder / "config.json").read_text()) | dict(config)
                case["files"]["config.json"] = json.dumps(changed)
            if weights:
                case["weights"] = weights
                (folder / "model.safetensors").unlink()
                shutil.copy(self.target / "odd-weights" / weights, folder / weights.split("@")[-1])
            for file, content in case["files"].items():
                (folder / file).write_text(content, encoding="utf-8")
            for file in case["remove"]:
                (folder / file).unlink()
            if refused:
                case["refused"] = refused
            else:
                case["read"] = self.best(folder, text)
        self.cases.append({key: value for key, value in case.items() if value})

    @staticmethod
    def best(folder, text):
        model = AutoModelForMaskedLM.from_pretrained(folder).float().eval()
        tokenizer = AutoTokenizer.from_pretrained(folder)
        ids = tokenizer(text, return_tensors="pt")["input_ids"]
        with torch.no_grad():
            logits = model(ids).logits[0, ids[0].tolist().index(tokenizer.mask_token_id)]
        scores = logits.softmax(-1).tolist()
        tokens = tokenizer.convert_ids_to_tokens(range(len(scores)))
        # An added token comes back with the blanks that the normalizer puts around Chinese.
        words = [(token or "").replace(" ", "").removeprefix("\ufeff") for token in tokens]
        offered = [
            (word, round(score, 7))
            for word, score in zip(words, scores)
            if word and not word.startswith(("[", "##", "<"))
        ]
        return dict(sorted(offered, key=lambda pair: -pair[1])[:5])

    def save(self, name, tensors, **options):
        """name: what the file is called in the model, with a prefix that ends in @."""
        file = self.target / "odd-weights" / name
        if name.endswith(".safetensors"):
            save_file(tensors, file, metadata={"format": "pt"})
        else:
            torch.save(tensors, file, **options)
        return name

    def write(self):
        text = json.dumps(self.cases, ensure_ascii=False, indent=1)
        (self.target / "odd.json").write_text(text + "\n", encoding="utf-8")


def pickled(cases):
    """Files of torch.save: all have the weights of odd/."""
    weights = cases.weights
    old = {"_use_new_zipfile_serialization": False}

    def add(name, tensors, refused=None, **options):
        file = cases.save(f"{file_name(name)}@pytorch_model.bin", tensors, **options)
        cases.add(f"pickled {name}", weights=file, refused=refused)

    def flat(tensors):
        whole = torch.cat([tensor.reshape(-1) for tensor in tensors.values()])
        views, start = {}, 0
        for name, tensor in tensors.items():
            views[name] = whole[start : start + tensor.numel()].view(tensor.shape)
            start += tensor.numel()
        return views

    def transposed(tensors):
        return {
            name: tensor.t().contiguous().t() if tensor.dim() == 2 else tensor
            for name, tensor in tensors.items()
        }

    def spread(tensors):
        """Every second number of storages that are twice as long."""
        return {
            name: torch.stack([tensor, -tensor], -1)[..., 0] for name, tensor in tensors.items()
        }

    extra = dict(weights)
    extra["bert.embeddings.position_ids"] = torch.arange(16).unsqueeze(0)
    extra[DECODER] = weights[WORDS]
    extra[DECODER_BIAS] = weights[BIAS]
    gamma = {
        name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): t
        for name, t in weights.items()
    }
    parameters = {name: torch.nn.Parameter(tensor) for name, tensor in weights.items()}
    for kind, options in (("zip", {}), ("old", old)):
        add(f"{kind}", tiny_model().state_dict(), **options)
        add(f"{kind} in one storage", flat(weights), **options)
        add(f"{kind} transposed", transposed(weights), **options)
        add(f"{kind} parameters", parameters, **options)
        add(f"{kind} with tied weights and position ids", extra, **options)
    add("zip with strides of two", spread(weights))
    add("zip in protocol 4", weights, refused="pytorch_model.bin has the pickle instruction 0x95", pickle_protocol=4)
    add("zip of a tensor", weights[BIAS], refused="pytorch_model.bin holds no dictionary of tensors")
    add("zip of a module", torch.nn.Linear(1, 1), refused="refers to torch.nn.modules.linear.Linear")
    add("zip with a function", {"a": print}, refused="pytorch_model.bin refers to __builtin__.print")
    add("old with a function", {"a": print}, refused="pytorch_model.bin refers to __builtin__.print", **old)
    add("old with gamma and beta", gamma, **old)
    for type_ in (torch.float16, torch.bfloat16, torch.float64):
        name = str(type_).removeprefix("torch.")
        add(f"zip {name}", {n: t.to(type_) for n, t in weights.items()})
        add(f"old {name}", {n: t.to(type_) for n, t in weights.items()}, **old)


def heads(cases):
    """What the scores are made of."""
    weights = cases.weights
    torch.manual_seed(1)
    other = torch.randn_like(weights[WORDS])
    bias = torch.randn_like(weights[BIAS])
    without_bias = {name: tensor for name, tensor in weights.items() if name != BIAS}

    def add(name, tensors, config=(), refused=None):
        file = cases.save(f"{file_name(name)}@model.safetensors", tensors)
        cases.add(name, weights=file, config=config, refused=refused)

    untied = {"tie_word_embeddings": False}
    add("decoder like the embeddings", weights | {DECODER: weights[WORDS].clone()})
    add("decoder of its own", weights | {DECODER: other})
    add("decoder of its own, untied", weights | {DECODER: other, DECODER_BIAS: bias}, untied)
    add("decoder bias of its own", weights | {DECODER_BIAS: bias})
    add("only a decoder bias", without_bias | {DECODER_BIAS: bias})
    add("no bias", without_bias, refused="no tensor cls.predictions.bias")
    cases.add("untied without a decoder", config=untied, refused="no tensor " + DECODER)
    nan = weights | {WORDS: weights[WORDS].clone()}
    nan[WORDS][3, 3] = float("nan")
    add("not a number", nan, refused="Tensor " + WORDS + " of model.safetensors has the number NaN")
    add(
        "a layer's tensor missing",
        {name: tensor for name, tensor in weights.items() if name != QUERY},
        refused="model.safetensors has no tensor " + QUERY,
    )
    add(
        "names of a parallel training",
        {"module." + name: tensor for name, tensor in weights.items()},
        refused="model.safetensors has no tensor",
    )


def configurations(cases):
    says = "config.json says "
    for key, value, refused in (
        ("num_hidden_layers", 3, "num_hidden_layers = 3, but model.safetensors has 2"),
        ("num_hidden_layers", 1, "num_hidden_layers = 1, but model.safetensors has 2"),
        ("vocab_size", 37, "vocab_size = 37, but model.safetensors has 36"),
        ("hidden_size", 16, "hidden_size = 16, but model.safetensors has 4"),
        ("intermediate_size", 16, "intermediate_size = 16, but model.safetensors has 8"),
        ("max_position_embeddings", 32, "max_position_embeddings = 32, but model.safetensors has 16"),
        ("layer_norm_eps", "1e-12", 'layer_norm_eps = "1e-12", which is not a number'),
        ("num_attention_heads", "2", 'num_attention_heads = "2", which is not a number'),
        ("num_attention_heads", 2.5, "num_attention_heads = 2.5, which is not a whole number"),
        ("is_decoder", True, "is_decoder = true; only false"),
        ("add_cross_attention", True, "add_cross_attention = true; only false"),
        ("hidden_act", "gelu_new", 'hidden_act = "gelu_new"; only gelu'),
        ("model_type", "ernie", 'model_type = "ernie"; only bert'),
        ("position_embedding_type", "relative_key", 'position_embedding_type = "relative_key"'),
        ("tie_word_embeddings", "no", 'tie_word_embeddings = "no"; only true or false'),
    ):
        cases.add(f"{key} {value}", config={key: value}, refused=says + refused)
    cases.add("num_attention_heads 3", config={"num_attention_heads": 3}, refused="among 3 attention heads")
    for key, value in (
        ("num_attention_heads", 1),
        ("num_attention_heads", 4),
        ("layer_norm_eps", 0.01),
        ("hidden_act", "gelu_python"),
        ("type_vocab_size", 2),
        ("torch_dtype", "float16"),
        ("pruned_heads", {}),
    ):
        cases.add(f"{key} {value}", config={key: value})
    cases.add("no JSON", files={"config.json": "{"}, refused="config.json is not a JSON object")


def tokenizers(cases):
    whole = ("tokenizer.json",)
    lines = VOCABULARY

    def vocabulary(name, tokens, end="\n", **options):
        text = end.join(tokens) + end
        cases.add(name, files={"vocab.txt": text} | options.pop("files", {}), remove=whole, **options)

    def settings(**changes):
        return json.dumps(cases.settings | changes)

    def tokenizer(**changes):
        return {"tokenizer.json": json.dumps(cases.tokenizer | changes, ensure_ascii=False)}

    def added(id_, content, special=False):
        token = {"id": id_, "content": content, "special": special, "normalized": not special}
        return token | {"single_word": False, "lstrip": False, "rstrip": False}

    text = "The é中国a[MASK]"
    vocabulary("vocabulary", lines, text=text)
    vocabulary("vocabulary with the line ends of Windows", lines, end="\r\n", text=text)
    vocabulary("vocabulary with a byte order mark", ["\ufeff" + lines[0]] + lines[1:], text=text)
    vocabulary("vocabulary with an empty last line", lines + [""], text=text)
    vocabulary("vocabulary with an empty line", lines[:20] + [""] + lines[21:], text="上国[MASK]")
    vocabulary("vocabulary with a token twice", lines[:20] + ["的"] + lines[21:], text="的国[MASK]")
    vocabulary("vocabulary without a mask", [t for t in lines if t != "[MASK]"], refused="vocab.txt has no [MASK]")
    vocabulary(
        "vocabulary too long",
        lines + ["机", "器"],
        refused="tokens up to the id 37 (器), but model.safetensors has embeddings up to 35",
    )
    vocabulary("vocabulary too short", lines[:-2], text=text)
    for key, values in (
        ("do_lower_case", (True, False)),
        ("strip_accents", (True, False)),
        ("tokenize_chinese_chars", (True, False)),
    ):
        for value in values:
            changed = {"tokenizer_config.json": settings(**{key: value})}
            vocabulary(f"vocabulary and {key} {value}", lines, files=changed, text=text)
            cases.add(f"tokenizer.json and {key} {value}", files=changed, text=text)
    both = {"tokenizer_config.json": settings(do_lower_case=True, strip_accents=False)}
    vocabulary("small letters with accents", lines, files=both, text=text)
    word = {"tokenizer_config.json": settings(strip_accents="yes")}
    cases.add("strip_accents yes", files=word, refused='tokenizer_config.json says strip_accents = "yes"')

    known = cases.tokenizer["added_tokens"]
    cases.add(
        "mask not among the added tokens",
        files=tokenizer(added_tokens=[token for token in known if token["content"] != "[MASK]"]),
    )
    cases.add("no added tokens", files=tokenizer(added_tokens=[]))
    cases.add("no post processor", files=tokenizer(post_processor=None))
    ends = {"type": "BertProcessing", "sep": ["a", 25], "cls": ["[CLS]", 3]}
    cases.add("another post processor", files=tokenizer(post_processor=ends))
    for name, changed in (
        ("no normalizer", {"normalizer": None}),
        ("another normalizer", {"normalizer": {"type": "Lowercase"}}),
        ("another pre-tokenizer", {"pre_tokenizer": {"type": "Whitespace"}}),
        ("longer words than two letters unknown", {"model": cases.tokenizer["model"] | {"max_input_chars_per_word": 2}}),
    ):
        cases.add(name, files=tokenizer(**changed), text=text)
    silent = {key: value for key, value in cases.settings.items() if key != "do_lower_case"}
    silent = {"tokenizer_config.json": json.dumps(silent)}
    cases.add("tokenizer.json and no word on small letters", files=silent, text=text)
    vocabulary("vocabulary and no word on small letters", lines, files=silent, text=text)
    cases.add("tokenizer.json without settings", remove=("tokenizer_config.json",), text=text)
    short = {"direction": "Right", "max_length": 5, "strategy": "LongestFirst", "stride": 0}
    cases.add("truncation", files=tokenizer(truncation=short), text="一是不了在[MASK]")
    cases.add(
        "added token without an embedding",
        files=tokenizer(added_tokens=known + [added(36, "机器")]),
        refused="tokens up to the id 36 (机器), but model.safetensors has embeddings up to 35",
    )
    weights = cases.weights
    torch.manual_seed(2)
    grown = weights | {
        WORDS: torch.cat([weights[WORDS], torch.randn(2, 4)]),
        BIAS: torch.cat([weights[BIAS], torch.tensor([3.0, 2.0])]),
    }
    file = cases.save("grown@model.safetensors", grown)
    size = {"vocab_size": 38}
    text = "春机器[MASK]"
    cases.add(
        "added token with an embedding",
        weights=file,
        config=size,
        files=tokenizer(added_tokens=known + [added(36, "机器"), added(37, "<x>", True)]),
        text=text,
    )
    cases.add("embeddings to spare", weights=file, config=size)
    cases.add(
        "added_tokens.json", weights=file, config=size, remove=whole, text=text,
        files={"added_tokens.json": json.dumps({"机器": 36})},
    )  # fmt: skip
    decoder = settings(added_tokens_decoder={"36": added(36, "机器")})
    cases.add("added_tokens_decoder", weights=file, config=size, files={"tokenizer_config.json": decoder}, text=text)
    cases.add(
        "added token with an id that is not the next",
        weights=file,
        config=size,
        files=tokenizer(added_tokens=known + [added(37, "机器")]),
        refused="gives the added token 机器 the id 37",
    )
    cases.add(
        "another mask",
        files={"tokenizer_config.json": settings(mask_token="<mask>")},
        refused='tokenizer_config.json says mask_token = "<mask>"; only [MASK]',
    )
    cases.add(
        "another mask in the map",
        files={"special_tokens_map.json": json.dumps({"mask_token": {"content": "<M>"}})},
        refused='special_tokens_map.json says mask_token = "<M>"; only [MASK]',
    )
    cases.add("tokenizer.json cut short", files={"tokenizer.json": '{"model":'}, refused="tokenizer.json is not a JSON object")
    cases.add("tokenizer.json of another kind", files={"tokenizer.json": "{}"}, refused="tokenizer.json has a tokenizer of the type null")
    cases.add(
        "tokenizer.json of word pairs",
        files={"tokenizer.json": '{"model": {"type": "BPE", "vocab": {}, "merges": []}}'},
        refused='tokenizer.json has a tokenizer of the type "BPE"',
    )
    cases.add("no tokenizer", remove=("tokenizer.json", "vocab.txt"), refused="neither tokenizer.json nor vocab.txt")


def main(target):
    (target / "odd-weights").mkdir(parents=True, exist_ok=True)
    cases = Cases(target)
    cases.add("as it is")
    pickled(cases)
    heads(cases)
    configurations(cases)
    tokenizers(cases)
    cases.write()


main(Path(sys.argv[1]))
