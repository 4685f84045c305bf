"""Teaches the compact encoder (../small.go) what the large one says of words in their sentences, and writes ../small.txt and ../small.bin.

    make model                                      # fetches the large encoder
    python -m venv v && v/bin/pip install -r requirements.txt
    v/bin/python distil.py sentences.txt FOLDER     # one sentence a line; those of news teach best (sentences.py picks them)
    cd ../../.. && go test ./wasm/align -run TestLearn -learn -v

What the large encoder says is kept in FOLDER by thousands of sentences, so that the program may be broken off there and started again.
No labels are used, and the sentences that the figures are measured on must not be among those that it is taught with.
Every step is seeded; another machine's rounding gives other low bits of the weights. docs/points.md says what the committed ones were taught with.
"""
import os
import re
import sys

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import numpy as np

from fast import Fast
from large import STOP, Tokens, matrix

HERE = os.path.dirname(os.path.abspath(__file__))

# The shape in ../small.go.
WIDTH, HEADS, INNER, LAYERS, REACH = 256, 4, 512, 2, 8
WORDS = 15000  # whole words that it knows; the rest is put together from pieces
PLACES = (16, 24, 32, 40, 48)  # sentences are taught with others of their length, in pieces; longer ones are left out
ROUNDS, BATCH, RATE = 8, 64, 2e-3
HELD = 400  # sentences that it is not taught with, to see how much it has learned


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


def said(large, sentences, folder):
    """What the large encoder says of the words of each sentence."""
    os.makedirs(folder, exist_ok=True)
    out = []
    for at in range(0, len(sentences), 1000):
        some, name = sentences[at : at + 1000], os.path.join(folder, f"{at // 1000:03}.npz")
        if not os.path.exists(name):
            v = large.words(some)
            np.savez(name + ".new.npz", of="\n".join(some), vectors=np.concatenate(v).astype(np.float16), words=[len(x) for x in v])
            os.rename(name + ".new.npz", name)
        kept = np.load(name)
        if str(kept["of"]) != "\n".join(some):
            sys.exit(f"distil.py: {name} is of other sentences: remove the folder, or name another")
        out += np.split(kept["vectors"], np.cumsum(kept["words"])[:-1])
    return out


def start(large, keep, told, vectors):
    """Where teaching starts: what the large encoder says in its WIDTH main components, and a vector for each piece, from the words that are
    one piece and from what it says of the piece alone, carried over by a ridge regression."""
    some = np.concatenate(vectors[:6000]).astype(np.float32)
    mean = some.mean(0)
    some -= mean
    basis = np.linalg.eigh(some.T @ some)[1][:, ::-1][:, :WIDTH].astype(np.float32)
    size = np.sqrt(np.mean((some @ basis) ** 2))
    wanted = [(v.astype(np.float32) - mean) @ basis / size for v in vectors]
    alone = large.alone([large.tokens.ids[p] for p in keep])
    alone -= alone.mean(0)
    total, count = np.zeros((len(keep), WIDTH), np.float32), np.zeros(len(keep))
    for (ids, of, words), v in zip(told, wanted):
        pieces = np.bincount([w for w in of if w >= 0], minlength=len(words))
        for piece, word in zip(ids, of):
            if word >= 0 and pieces[word] == 1:
                total[piece] += v[word]
                count[piece] += 1
    often = count >= 5
    a = alone[often]
    ridge = np.linalg.solve(a.T @ a + 3 * np.eye(a.shape[1]), a.T @ (total[often] / count[often][:, None]))
    return wanted, ((total + 2 * (alone @ ridge)) / (count + 2)[:, None]).astype(np.float32)


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


def forward(p, ids, mask, of):
    """The vectors of words, as ../small.go computes them."""
    (b, n), head = ids.shape, WIDTH // HEADS
    far = np.clip(np.arange(n)[None] - np.arange(n)[:, None], -REACH, REACH) + REACH

    def scaled(x, g):
        return x / jnp.sqrt((x * x).mean(-1, keepdims=True) + 1e-6) * g

    x = p["pieces"][ids]
    for l in range(LAYERS):
        y = scaled(x, p[f"near{l}"])
        q, k, v = ((y @ p[f"{m}{l}"]).reshape(b, n, HEADS, head).transpose(0, 2, 1, 3) for m in "qkv")
        a = q @ k.transpose(0, 1, 3, 2) / head**0.5 + p[f"distance{l}"][:, far][None] + (mask[:, None, None] - 1) * 1e9
        x = x + (jax.nn.softmax(a, -1) @ v).transpose(0, 2, 1, 3).reshape(b, n, WIDTH) @ p[f"o{l}"]
        x = x + jax.nn.relu(scaled(x, p[f"far{l}"]) @ p[f"up{l}"] + p[f"bias{l}"]) @ p[f"off{l}"]
    mine = (of[:, None, :] == jnp.arange(n)[None, :, None]).astype(jnp.float32)
    return (mine @ (x @ p["out"])) / jnp.maximum(mine.sum(-1, keepdims=True), 1)


def unit(x):
    return x / jnp.sqrt((x * x).sum(-1, keepdims=True) + 1e-6)


def loss(p, ids, mask, of, want, weight):
    """One less the cosine with what the large encoder says, function words counting less."""
    return ((1 - (unit(forward(p, ids, mask, of)) * unit(want)).sum(-1)) * weight).sum() / weight.sum()


@jax.jit
def step(p, m, v, t, rate, *batch):
    """One step of Adam (Kingma and Ba 2015); the vectors of pieces, which start near their place, move half as far."""
    value, g = jax.value_and_grad(loss)(p, *batch)
    m = {k: 0.9 * m[k] + 0.1 * g[k] for k in p}
    v = {k: 0.98 * v[k] + 0.02 * g[k] ** 2 for k in p}
    p = {k: p[k] - rate * (0.5 if k == "pieces" else 1) * (m[k] / (1 - 0.9**t)) / (jnp.sqrt(v[k] / (1 - 0.98**t)) + 1e-8) for k in p}
    return p, m, v, value


def packed(told, wanted, n):
    """Sentences of at most n pieces as forward and loss take them."""
    b = len(told)
    ids, of, mask = np.zeros((b, n), np.int32), np.full((b, n), -1, np.int32), np.zeros((b, n), np.float32)
    want, weight = np.zeros((b, n, WIDTH), np.float32), np.zeros((b, n), np.float32)
    for row, ((pieces, word, words), v) in enumerate(zip(told, wanted)):
        ids[row, : len(pieces)], of[row, : len(pieces)], mask[row, : len(pieces)] = pieces, word, 1
        want[row, : len(words)], weight[row, : len(words)] = v, [0.3 if w.lower() in STOP else 1 for w in words]
    return ids, mask, of, want, weight


def batches(order, told):
    """The sentences by their length, BATCH at a time; what is left of a length is left out."""
    by = {n: [] for n in PLACES}
    for i in order:
        by[next(n for n in PLACES if len(told[i][0]) <= n)].append(i)
    return [(n, all[at : at + BATCH]) for n, all in by.items() for at in range(0, len(all) - BATCH + 1, BATCH)]


def teach(p, told, wanted):
    use = [i for i, (ids, _, words) in enumerate(told) if len(ids) <= PLACES[-1] and len(words) > 3]
    held, use = use[:HELD], use[HELD:]
    rng, t, steps = np.random.default_rng(0), 0, ROUNDS * len(batches(use, told))
    m, v = ({k: jnp.zeros_like(x) for k, x in p.items()} for _ in range(2))

    def batch(n, some):
        return packed([told[i] for i in some], [wanted[i] for i in some], n)

    for round in range(ROUNDS):
        some, total = batches(rng.permutation(use), told), 0.0
        for k in rng.permutation(len(some)):
            t += 1
            p, m, v, value = step(p, m, v, float(t), RATE * min(1, t / 200) * (1 - t / (steps + 1)), *batch(*some[k]))
            total += float(value)
        left = np.mean([loss(p, *batch(*b)) for b in batches(held, told)])
        print(f"round {round + 1} of {ROUNDS}: {total / len(some):.4f}, of sentences that it is not taught with {left:.4f}", file=sys.stderr)
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
    if len(sys.argv) != 3:
        sys.exit("distil.py: write the name of a file with one sentence a line, and a folder for what the large encoder says of them")
    with open(sys.argv[1], encoding="utf8") as f:
        sentences = [line.strip() for line in f if line.strip()]
    large = Fast(sentences[:64])
    keep = chosen(large.pieces)
    tokens = Tokens(keep)
    told = [tokens(s) for s in sentences]
    wanted, pieces = start(large, keep, told, said(large, sentences, sys.argv[2]))
    write(teach(untaught(pieces), told, wanted), keep)


main()
