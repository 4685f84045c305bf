"""Teaches the compact encoder (../small.go) what the large one says of words in their sentences, and writes ../small.txt and ../small.bin.

    make model                                # fetches the large encoder
    python -m venv v && v/bin/pip install -r requirements.txt
    v/bin/python distil.py sentences.txt      # one sentence a line; those of news teach best

No labels are used, and the sentences that the figures are measured on should not be among those that it is taught with. What is committed
was taught with 4,000 sentences of the development half of ECB+ (news; none of its labels) in twelve rounds, 25 minutes of one core.
Every step is seeded; another machine's rounding gives other low bits of the weights.
"""
import json
import math
import os
import re
import struct
import sys
import unicodedata

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import numpy as np
from scipy.special import erf

LARGE = os.path.join(os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")), "readout", "all-mpnet-base-v2")
HERE = os.path.dirname(os.path.abspath(__file__))

# The shape in ../small.go.
WIDTH, HEADS, INNER, LAYERS, REACH = 128, 4, 512, 2, 8
WORDS = 15000  # whole words that it knows; the rest is put together from pieces
PLACES, MOST = 48, 40  # pieces and words of the longest sentence that it is taught with
ROUNDS, BATCH, RATE = 12, 32, 2.5e-3

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

    def hidden(self, batch):
        """batch: lists of piece ids with the marks of beginning and end."""
        b, n, w = len(batch), max(map(len, batch)), self.w
        ids, mask = np.ones((b, n), int), np.full((b, 1, 1, n), -1e9, np.float32)
        for i, p in enumerate(batch):
            ids[i, : len(p)], mask[i, 0, 0, : len(p)] = p, 0
        far = np.arange(n)[:, None] - np.arange(n)[None]
        d = np.abs(far)
        bucket = (far < 0) * 16 + np.where(d < 8, d, np.minimum(8 + (np.log(np.maximum(d, 1) / 8) / math.log(16) * 8).astype(int), 15))
        bias = w["encoder.relative_attention_bias.weight"][bucket].transpose(2, 0, 1)[None] + mask
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][2 : n + 2]
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


def chosen(pieces):
    """The pieces of the compact encoder: the order of the large one's vocabulary is that of frequency."""
    keep, whole = [], 0
    for p in pieces:
        if re.fullmatch("[a-z]{2,}", p):
            whole += 1
            if whole <= WORDS:
                keep.append(p)
        elif re.fullmatch(r"[0-9]{1,2}|(19|20)[0-9]{2}|##[0-9]{1,2}|##[a-z]{1,3}|[a-z]|[!-/:-@]|[–—‘’“”…£€¥°]|\[UNK\]", p):
            keep.append(p)
    return keep


def start(large, keep, sentences, vectors):
    """Where teaching starts: the mean and the main components of the large encoder's vectors, and a vector for each piece, from the
    sentences that have it and from what it says of the piece alone, carried over by a ridge regression."""
    every = np.concatenate(vectors)
    mean = every.mean(0)
    basis = np.linalg.eigh((every - mean).T @ (every - mean))[1][:, ::-1][:, :WIDTH].astype(np.float32)
    ids = [large.tokens.ids[p] for p in keep]
    alone = large.alone(ids)
    alone -= alone.mean(0)
    total, count, at = np.zeros((len(keep), WIDTH), np.float32), np.zeros(len(keep)), {i: n for n, i in enumerate(ids)}
    for s, v in zip(sentences, vectors):
        for word, x in zip(large.tokens(s)[2], (v - mean) @ basis):
            piece = large.tokens.split(word)
            if len(piece) == 1 and piece[0] in at:
                total[at[piece[0]]] += x
                count[at[piece[0]]] += 1
    often = count >= 5
    a = alone[often]
    ridge = np.linalg.solve(a.T @ a + 3 * np.eye(a.shape[1]), a.T @ (total[often] / count[often][:, None]))
    return mean, basis, ((total + 2 * (alone @ ridge)) / (count + 2)[:, None]).astype(np.float32)


def untaught(pieces):
    rng = np.random.default_rng(0)

    def drawn(rows, columns, size=1.0):
        return jnp.array(rng.normal(0, size * rows**-0.5, (rows, columns)).astype(np.float32))

    p = {"pieces": jnp.array(pieces), "out": jnp.eye(WIDTH)}
    for l in range(LAYERS):
        for m in "qkv":
            p[f"{m}{l}"] = drawn(WIDTH, WIDTH)
        p[f"o{l}"], p[f"up{l}"], p[f"off{l}"] = drawn(WIDTH, WIDTH, 0.1), drawn(WIDTH, INNER), drawn(INNER, WIDTH, 0.1)
        p[f"bias{l}"], p[f"distance{l}"] = jnp.zeros(INNER), jnp.zeros((HEADS, 2 * REACH + 1))
        p[f"near{l}"], p[f"far{l}"] = jnp.ones(WIDTH), jnp.ones(WIDTH)
    return p


FAR = np.clip(np.arange(PLACES)[None] - np.arange(PLACES)[:, None], -REACH, REACH) + REACH


def forward(p, ids, mask, of):
    """The vectors of words, as ../small.go computes them."""
    b, head = ids.shape[0], WIDTH // HEADS

    def scaled(x, g):
        return x / jnp.sqrt((x * x).mean(-1, keepdims=True) + 1e-6) * g

    x = p["pieces"][ids]
    for l in range(LAYERS):
        y = scaled(x, p[f"near{l}"])
        q, k, v = ((y @ p[f"{m}{l}"]).reshape(b, PLACES, HEADS, head).transpose(0, 2, 1, 3) for m in "qkv")
        a = q @ k.transpose(0, 1, 3, 2) / head**0.5 + p[f"distance{l}"][:, FAR][None] + (mask[:, None, None] - 1) * 1e9
        x = x + (jax.nn.softmax(a, -1) @ v).transpose(0, 2, 1, 3).reshape(b, PLACES, WIDTH) @ p[f"o{l}"]
        x = x + jax.nn.relu(scaled(x, p[f"far{l}"]) @ p[f"up{l}"] + p[f"bias{l}"]) @ p[f"off{l}"]
    mine = (of[:, None, :] == jnp.arange(MOST)[None, :, None]).astype(jnp.float32)
    return (mine @ (x @ p["out"])) / jnp.maximum(mine.sum(-1, keepdims=True), 1)


def loss(p, ids, mask, of, want, weight):
    """One less the cosine with what the large encoder says, function words counting less."""

    def unit(x):
        return x / jnp.sqrt((x * x).sum(-1, keepdims=True) + 1e-6)

    return ((1 - (unit(forward(p, ids, mask, of)) * unit(want)).sum(-1)) * weight).sum() / weight.sum()


@jax.jit
def step(p, m, v, t, rate, *batch):
    """One step of Adam (Kingma and Ba 2015); the vectors of pieces, which start near their place, move half as far."""
    value, g = jax.value_and_grad(loss)(p, *batch)
    m = {k: 0.9 * m[k] + 0.1 * g[k] for k in p}
    v = {k: 0.99 * v[k] + 0.01 * g[k] ** 2 for k in p}
    p = {k: p[k] - rate * (0.5 if k == "pieces" else 1) * (m[k] / (1 - 0.9**t)) / (jnp.sqrt(v[k] / (1 - 0.99**t)) + 1e-8) for k in p}
    return p, m, v, value


def teach(p, tokens, sentences, wanted):
    told = [tokens(s) for s in sentences]
    use = [i for i, (ids, _, words) in enumerate(told) if len(ids) <= PLACES and 3 < len(words) <= MOST]
    n = len(use)
    ids, of, mask = np.zeros((n, PLACES), np.int32), np.full((n, PLACES), -1, np.int32), np.zeros((n, PLACES), np.float32)
    want, weight = np.zeros((n, MOST, WIDTH), np.float32), np.zeros((n, MOST), np.float32)
    for row, i in enumerate(use):
        pieces, word, words = told[i]
        ids[row, : len(pieces)], of[row, : len(pieces)], mask[row, : len(pieces)] = pieces, word, 1
        want[row, : len(words)], weight[row, : len(words)] = wanted[i], [0.3 if w.lower() in STOP else 1 for w in words]
    rng, t, steps = np.random.default_rng(0), 0, ROUNDS * (n // BATCH)
    m, v = ({k: jnp.zeros_like(x) for k, x in p.items()} for _ in range(2))
    for round in range(ROUNDS):
        order, total = rng.permutation(n), 0.0
        for at in range(0, n - BATCH + 1, BATCH):
            b, t = order[at : at + BATCH], t + 1
            p, m, v, value = step(p, m, v, float(t), RATE * min(1, t / 100) * (1 - t / (steps + 1)), ids[b], mask[b], of[b], want[b], weight[b])
            total += float(value)
        print(f"round {round + 1} of {ROUNDS}: {total / (n // BATCH):.4f}", file=sys.stderr)
    return p


def write(p, keep):
    out = bytearray()

    def vector(x):
        out.extend(np.asarray(x, "<f4").tobytes())

    def matrix(x):
        for row in np.asarray(x, np.float32):
            scale = max(np.abs(row).max() / 127, 1e-12)
            out.extend(struct.pack("<f", scale) + np.clip(np.round(row / np.float32(scale)), -127, 127).astype(np.int8).tobytes())

    matrix(p["pieces"])
    for l in range(LAYERS):
        vector(p[f"near{l}"])
        vector(p[f"far{l}"])
        for m in "qkvo":
            matrix(p[f"{m}{l}"].T)
        vector(p[f"distance{l}"].reshape(-1))
        matrix(p[f"up{l}"].T)
        vector(p[f"bias{l}"])
        matrix(p[f"off{l}"].T)
    matrix(p["out"].T)
    with open(os.path.join(HERE, "..", "small.txt"), "w", encoding="utf8") as f:
        f.write("\n".join(keep) + "\n")
    with open(os.path.join(HERE, "..", "small.bin"), "wb") as f:
        f.write(out)


def main():
    if len(sys.argv) != 2:
        sys.exit("distil.py: write the name of a file with one sentence a line")
    with open(sys.argv[1], encoding="utf8") as f:
        sentences = [line.strip() for line in f if line.strip()]
    large = Large()
    vectors, keep = large.words(sentences), chosen(large.pieces)
    mean, basis, pieces = start(large, keep, sentences, vectors)
    wanted = [(v - mean) @ basis for v in vectors]
    size = np.sqrt(np.mean(np.concatenate(wanted) ** 2))
    write(teach(untaught(pieces / size), Tokens(keep), sentences, [w / size for w in wanted]), keep)


main()
