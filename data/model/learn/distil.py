"""Teaches the compact encoder (../small.go) what the large one says of words in their sentences, and writes ../small.txt and ../small.bin.

    make model                                # fetches the large encoder
    python -m venv v && v/bin/pip install -r requirements.txt
    v/bin/python distil.py sentences.txt      # one sentence a line; those of news teach best

No labels are used, and the sentences that the figures are measured on should not be among those that it is taught with. What is committed
was taught with 4,000 sentences of the development half of ECB+ (news; none of its labels) in twelve rounds, 25 minutes of one core.
Every step is seeded; another machine's rounding gives other low bits of the weights.
"""
import os
import re
import sys

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import numpy as np

from large import STOP, Large, Tokens, matrix

HERE = os.path.dirname(os.path.abspath(__file__))

# The shape in ../small.go.
WIDTH, HEADS, INNER, LAYERS, REACH = 128, 4, 512, 2, 8
WORDS = 15000  # whole words that it knows; the rest is put together from pieces
PLACES, MOST = 48, 40  # pieces and words of the longest sentence that it is taught with
ROUNDS, BATCH, RATE = 12, 32, 2.5e-3


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

    out.extend(matrix(p["pieces"]))
    for l in range(LAYERS):
        vector(p[f"near{l}"])
        vector(p[f"far{l}"])
        for m in "qkvo":
            out.extend(matrix(p[f"{m}{l}"].T))
        vector(p[f"distance{l}"].reshape(-1))
        out.extend(matrix(p[f"up{l}"].T))
        vector(p[f"bias{l}"])
        out.extend(matrix(p[f"off{l}"].T))
    out.extend(matrix(p["out"].T))
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
