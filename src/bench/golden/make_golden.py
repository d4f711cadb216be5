"""Makes the tiny BERT of the tests and what Hugging Face's fill-mask pipeline says of it.

    python make_golden.py FOLDER        (torch, transformers, safetensors)

FOLDER gets tiny-bert/ (a Hugging Face directory) and golden.json. Weights are random but wide, so
that scores are spread: a transposed kernel or a missing bias then shows in the first digit.
make_tensorflow.py writes the same weights as TensorFlow does.
"""

import json
import sys
from pathlib import Path

import torch
from transformers import BertConfig, BertForMaskedLM, BertTokenizerFast, pipeline

SPECIALS = ["[PAD]", "[unused1]", "[unused2]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "<S>", "<T>"]
CHARACTERS = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学"
    "对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面"
    "公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向"
    "情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世"
    "春风绿江南岸何照床光疑霜京首都北"
)
WORDS = ["!", ",", "。", "，", "a", "B", "c", "1", "2", "BERT", "the", "中国", "é"]
PIECES = ["##s", "##ing", "##a", "##的", "##3", "##国"]

TEXTS = [
    "床前明月光，疑是地[MASK]霜。",
    "春风又[MASK]江南岸，明月何时照我还。",
    "中国的首都是北[MASK]。",
    "[MASK]",
    "[MASK][MASK]大学",
    "我[MASK]是一个[MASK]人，他[MASK]不是。",
    "BERTs, the [MASK] é a1 2!",
    "𠮷野家在[MASK]国",
    "无 [MASK]\t长\u3000知。",
]

# Characters, words, one that is rare at every mask, and an order that is not the vocabulary's.
TARGETS = ["京", "绿", "BERT", "是", "中国", "的", "!", "上"]


def tiny_model(vocabulary_size):
    torch.manual_seed(20261123)
    config = BertConfig(
        vocab_size=vocabulary_size,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=48,
        tie_word_embeddings=True,
    )
    model = BertForMaskedLM(config).float().eval()
    with torch.no_grad():
        for name, weights in model.named_parameters():
            centre = 1.0 if "LayerNorm.weight" in name else 0.0
            weights.normal_(centre, 0.3)
        # A padding row of random weights instead of zeros: a mask that leaks shows.
        model.bert.embeddings.word_embeddings.weight[0].normal_(0.0, 1.0)
    return model


def masks(answer, vocabulary):
    return [
        {
            "tokens": [vocabulary[candidate["token"]] for candidate in mask],
            "scores": [candidate["score"] for candidate in mask],
        }
        for mask in (answer if isinstance(answer[0], list) else [answer])
    ]


def main(folder):
    target = folder / "tiny-bert"
    target.mkdir(parents=True, exist_ok=True)
    vocabulary = SPECIALS + list(dict.fromkeys(CHARACTERS)) + WORDS + PIECES
    (target / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")

    tokenizer = BertTokenizerFast(
        vocab=str(target / "vocab.txt"), do_lower_case=False, model_max_length=48
    )
    assert len(tokenizer) == len(vocabulary), (len(tokenizer), len(vocabulary))
    model = tiny_model(len(vocabulary))
    model.save_pretrained(target)
    tokenizer.save_pretrained(target)

    # Every score, so that tokens which are never offered can be left out of the comparison.
    everything = pipeline("fill-mask", model=model, tokenizer=tokenizer, top_k=len(vocabulary))
    among_targets = pipeline("fill-mask", model=model, tokenizer=tokenizer, targets=TARGETS)
    texts = [
        {
            "text": text,
            "ids": tokenizer(text)["input_ids"],
            "masks": masks(everything(text), vocabulary),
            "amongTargets": masks(among_targets(text), vocabulary),
        }
        for text in TEXTS
    ]
    golden = json.dumps({"targets": TARGETS, "texts": texts}, ensure_ascii=False, separators=(",", ":"))
    (folder / "golden.json").write_text(golden + "\n", encoding="utf-8")


main(Path(sys.argv[1]))
