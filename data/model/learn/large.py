"""The large encoder (../encoder.go) and its tokenizer (../tokenize.go), for the programs that learn from it."""
import json
import math
import os
import re
import struct
import sys
import unicodedata

import numpy as np
from scipy.special import erf

LARGE = os.path.join(os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")), "readout", "all-mpnet-base-v2")

RUNS = re.compile(r"[^\W_]+|[^\w\s]|_")
STOP = set("""a an the of to in on at for and or but with by from as that this these those it its is are was were be been being he she
they them his her their said say says had has have will would which who whom what when where while also not no than then there into about
after before over under up out off between both two one more most some any all such only so if because since during own same other
another each itself himself just very can could should may might must do does did does s""".split())


class Tokens:
    """The tokenizer of ../tokenize.go over a list of pieces."""

    def __init__(self, pieces):
        self.ids, self.known = {p: i for i, p in enumerate(pieces)}, {}

    def split(self, run):
        if run not in self.known:
            plain = "".join(c for c in unicodedata.normalize("NFD", run.lower()) if unicodedata.category(c) != "Mn")
            out, at = [], 0
            while at < len(plain):
                to = next((t for t in range(len(plain), at, -1) if ("##" if at else "") + plain[at:t] in self.ids), None)
                if to is None:
                    out = []
                    break
                out.append(self.ids[("##" if at else "") + plain[at:to]])
                at = to
            self.known[run] = out or [self.ids["[UNK]"]]
        return self.known[run]

    def __call__(self, sentence):
        """The pieces of a sentence, the word of each (-1 for marks), and the words."""
        ids, of, words = [], [], []
        for run in RUNS.findall(sentence):
            word = -1
            if run[0].isalnum():
                word = len(words)
                words.append(run)
            for i in self.split(run):
                ids.append(i)
                of.append(word)
        return ids, of, words


def normed(x, w, b):
    y = x - x.mean(-1, keepdims=True)
    return y / np.sqrt((y * y).mean(-1, keepdims=True) + 1e-5) * w + b


class Large:
    """The large encoder as ../encoder.go has it: of each piece the hidden layers 6 and 12, each of length 1."""

    def __init__(self):
        with open(os.path.join(LARGE, "vocab.txt"), encoding="utf8") as f:
            self.pieces = f.read().rstrip("\n").split("\n")
        self.tokens, self.w = Tokens(self.pieces), {}
        with open(os.path.join(LARGE, "model.safetensors"), "rb") as f:
            raw = f.read()
        size = struct.unpack("<Q", raw[:8])[0]
        for name, t in json.loads(raw[8 : 8 + size]).items():
            if t.get("dtype") == "F32":
                a, b = t["data_offsets"]
                self.w[name] = np.frombuffer(raw, np.float32, (b - a) // 4, 8 + size + a).reshape(t["shape"])

    def begun(self, batch):
        """What goes into the layers: the vectors of pieces, the bias of attention by distance, and the mask of what is not there. batch: lists of piece ids with the
        marks of beginning and end."""
        b, n, w = len(batch), max(map(len, batch)), self.w
        ids, mask = np.ones((b, n), int), np.full((b, 1, 1, n), -1e9, np.float32)
        for i, p in enumerate(batch):
            ids[i, : len(p)], mask[i, 0, 0, : len(p)] = p, 0
        far = np.arange(n)[:, None] - np.arange(n)[None]
        d = np.abs(far)
        bucket = (far < 0) * 16 + np.where(d < 8, d, np.minimum(8 + (np.log(np.maximum(d, 1) / 8) / math.log(16) * 8).astype(int), 15))
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][2 : n + 2]
        return x, w["encoder.relative_attention_bias.weight"][bucket].transpose(2, 0, 1)[None], mask

    def hidden(self, batch):
        """The layers 6 and 12 of each piece, each of length 1."""
        x, bias, mask = self.begun(batch)
        (b, n), w, bias = x.shape[:2], self.w, bias + mask
        x, seen = normed(x, w["embeddings.LayerNorm.weight"], w["embeddings.LayerNorm.bias"]), []
        for layer in range(12):
            at = f"encoder.layer.{layer}."

            def linear(name, y):
                return (y.reshape(-1, y.shape[-1]) @ w[at + name + ".weight"].T + w[at + name + ".bias"]).reshape(b, n, -1)

            q, k, v = (linear("attention.attn." + m, x).reshape(b, n, 12, 64).transpose(0, 2, 1, 3) for m in "qkv")
            a = q @ k.transpose(0, 1, 3, 2) / np.float32(8) + bias
            a = np.exp(a - a.max(-1, keepdims=True))
            a = (a / a.sum(-1, keepdims=True)) @ v
            x = normed(x + linear("attention.attn.o", a.transpose(0, 2, 1, 3).reshape(b, n, -1)), w[at + "attention.LayerNorm.weight"], w[at + "attention.LayerNorm.bias"])
            u = linear("intermediate.dense", x)
            u = (0.5 * u * (1 + erf(u / math.sqrt(2)))).astype(np.float32)
            x = normed(x + linear("output.dense", u), w[at + "output.LayerNorm.weight"], w[at + "output.LayerNorm.bias"])
            if layer + 1 in (6, 12):
                seen.append(x / np.linalg.norm(x, axis=-1, keepdims=True))
        return np.concatenate(seen, -1)

    def words(self, sentences):
        """For each sentence its words' vectors: the sum over a word's pieces."""
        out = [None] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        for at in range(0, len(order), 16):
            some = order[at : at + 16]
            told = [self.tokens(sentences[i]) for i in some]
            h = self.hidden([[0, *ids, 2] for ids, _, _ in told])
            for row, (i, (_, of, words)) in enumerate(zip(some, told)):
                v = np.zeros((len(words), h.shape[-1]), np.float32)
                for place, word in enumerate(of):
                    if word >= 0:
                        v[word] += h[row, place + 1]
                out[i] = v
            print(f"read {at + len(some)} of {len(order)}", end="\r", file=sys.stderr)
        return out

    def alone(self, ids):
        """The vectors of pieces that stand alone."""
        return np.concatenate([self.hidden([[0, i, 2] for i in ids[at : at + 128]])[:, 1] for at in range(0, len(ids), 128)])


def matrix(rows):
    """A matrix as ../small.go reads it: for each row a scale (float32) and one byte a number."""
    out = bytearray()
    for row in np.asarray(rows, np.float32):
        scale = max(np.abs(row).max() / 127, 1e-12)
        out += struct.pack("<f", scale) + np.clip(np.round(row / np.float32(scale)), -127, 127).astype(np.int8).tobytes()
    return bytes(out)
