"""Learns ../tuned.bin: a linear map of the large encoder's vectors of words, after which words of sentences that tell one point are more alike.

    make model                                                        # fetches the large encoder
    go test ../../../wasm/align -run TestDump -dump "$PWD/meetings.json"  # all meetings; the folder of the development set must lie beside the module
    python -m venv v && v/bin/pip install -r requirements.txt
    v/bin/python tune.py meetings.json                                # about 20 minutes of one core
    cd ../../.. && go test ./wasm/align -run TestEncode -encode FOLDER && go test ./wasm/align -run TestLearn -learn -v

It learns from the 116 invented meetings of package align and from nothing else; the development meetings are never looked at. What is written
to wasm/align/testdata/alike.txt of an invented meeting comes from a map that was learned without it and a quarter of the others, so that the figures of the
invented meetings stay honest; TestEncode adds the development meetings, by the map that ships.

What is learned is what package align does with the vectors: late interaction of words, the seven features of it, and the logistic regression with the
features of words beside them, all by gradient. Every step is seeded; another machine's rounding gives other low bits.
"""
import base64
import hashlib
import json
import math
import os
import sys

os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
import jax
import jax.numpy as jnp
import numpy as np

from large import STOP, Large, matrix

HERE = os.path.dirname(os.path.abspath(__file__))
ALIKE = os.path.join(HERE, "..", "..", "..", "wasm", "align", "testdata", "alike.txt")

WIDTH = 192  # tunedWidth in ../tuned.go
QUARTERS, ROUNDS, RATE, DROPPED = 4, 4, 4e-4, 0.1
RATES = {"map": 1.0, "words": 3.0, "meaning": 20.0}  # of the features' weights, which are larger, too
MOST = 40  # words of the longest sentence that it learns from
STEM, STOP_WEIGHT, NAME_WEIGHT = 0.3, 0.3, 0.5  # as in ../alike.go
DAYS = set("monday tuesday wednesday thursday friday saturday sunday".split())


class Meeting:
    def __init__(self, m, stems, large):
        self.sentences, self.articles = m["Sentences"], np.array(m["Articles"])
        self.a, self.b, self.same = (np.array([p[k] for p in m["Pairs"]]) for k in ("A", "B", "Same"))
        self.features = np.array([p["Features"] for p in m["Pairs"]], np.float32)
        self.words = [large.tokens(s)[2] for s in self.sentences]
        self.stems = [[stems.get(w, w.lower()) for w in s] for s in self.words]
        self.vectors = large.words(self.sentences)
        self.weigh()

    def weigh(self):
        """The weights of words, as weigh in ../alike.go."""
        times, name, common = {}, set(), set()
        for words, stems in zip(self.words, self.stems):
            for s in set(stems):
                times[s] = times.get(s, 0) + 1
            for k, (w, s) in enumerate(zip(words, stems)):
                if not w[0].isupper():
                    common.add(s)
                elif k > 0:
                    name.add(s)

        def weight(w, s):
            x, low = math.log((len(self.words) + 1) / (times[s] + 0.5)), w.lower()
            return x * (STOP_WEIGHT if low in STOP else NAME_WEIGHT if s in name - common and low not in DAYS else 1)

        self.weights = [np.array([weight(w, s) for w, s in zip(words, stems)]) for words, stems in zip(self.words, self.stems)]

    def padded(self):
        """The meeting in arrays of few sizes, so that few programs are compiled."""
        n, pairs = -(-len(self.words) // 8) * 8, -(-len(self.same) // 256) * 256
        x = np.zeros((n, MOST, self.vectors[0].shape[1]), np.float16)
        weight, stem, ids = np.zeros((n, MOST), np.float32), np.full((n, MOST), -1), {}
        for i, v in enumerate(self.vectors):
            k = min(MOST, len(v))
            x[i, :k], weight[i, :k] = v[:k], self.weights[i][:k]
            stem[i, :k] = [ids.setdefault(s, len(ids)) for s in self.stems[i][:k]]

        def longer(y):
            return np.concatenate([y, np.zeros((pairs - len(y), *y.shape[1:]), y.dtype)])

        article = np.full(n, -1)
        article[: len(self.articles)] = self.articles
        return {"x": x, "weight": weight, "stem": stem, "article": article, "a": longer(self.a), "b": longer(self.b), "features": longer(self.features),
                "same": longer(np.maximum(self.same, 0).astype(np.float32)), "known": longer((self.same >= 0).astype(np.float32))}

    def alike(self, map):
        """How much of each sentence stands in each other by the vectors so mapped, as compare in ../alike.go."""
        v = [x @ map for x in self.vectors]
        mean = np.concatenate(v).mean(0)
        flat = np.concatenate(v) - mean
        flat /= np.maximum(np.linalg.norm(flat, axis=1, keepdims=True), 1e-9)
        ids = {}
        stem = np.array([ids.setdefault(s, len(ids)) for stems in self.stems for s in stems])
        like = (1 - STEM) * (flat @ flat.T) + STEM * (stem[:, None] == stem[None])
        first = np.cumsum([0] + [len(s) for s in self.stems])[:-1]
        best = np.maximum(np.maximum.reduceat(like, first, axis=1), 0)
        weight = np.concatenate(self.weights)
        return np.add.reduceat(best * weight[:, None], first) / np.maximum(np.add.reduceat(weight, first), 1e-9)[:, None]


def alike(v, m):
    """The same, of what padded gives, by gradient."""
    there = m["stem"] >= 0
    v = (v - (v * there[..., None]).sum((0, 1)) / there.sum()) * there[..., None]
    v = v / jnp.sqrt((v * v).sum(-1, keepdims=True) + 1e-6)
    n, flat, stem = v.shape[0], v.reshape(-1, v.shape[-1]), m["stem"].reshape(-1)
    like = (1 - STEM) * (flat @ flat.T) + STEM * (stem[:, None] == stem[None])
    like = jnp.where(there.reshape(-1)[None], like, -1.0)
    best = jnp.maximum(like.reshape(n * MOST, n, MOST).max(-1), 0).reshape(n, MOST, n)
    return (best * m["weight"][..., None]).sum(1) / jnp.maximum(m["weight"].sum(1), 1e-6)[:, None]


def meaning(said, m):
    """The seven features that rest on what is alike, as wasm/align/features.go has them."""
    sim, article, articles = (said + said.T) / 2, m["article"], jnp.arange(40)
    best = jnp.where((article[None] == articles[:, None])[None], sim[:, None], -1.0).max(-1)
    other = (article[None] == articles[:, None]).any(1)[None] & (articles[None] != article[:, None])
    near = jnp.where(other, best, 0).sum(1) / jnp.maximum(other.sum(1), 1)
    a, b = m["a"], m["b"]
    s, x, y = sim[a, b], said[a, b], said[b, a]
    behind_a, behind_b = best[a, article[b]] - s, best[b, article[a]] - s
    low, high = jnp.minimum(behind_a, behind_b), jnp.maximum(behind_a, behind_b)
    return jnp.stack([s, jnp.maximum(x, y), jnp.minimum(x, y), ((high <= 1e-6) & (s > 0)) * 1.0, low, high, 2 * s - near[a] - near[b]], 1)


def loss(p, m, key):
    """The surprise at which pairs share a point. Some of the numbers of all vectors are dropped (Srivastava et al. 2014)."""
    kept = jax.random.bernoulli(key, 1 - DROPPED, (WIDTH,)) / (1 - DROPPED)
    said = alike(m["x"].astype(jnp.float32) @ p["map"] * kept, m)
    z = m["features"] @ p["words"] + meaning(said, m) @ p["meaning"]
    return ((jax.nn.softplus(z) - z * m["same"]) * m["known"]).sum() / 100


@jax.jit
def step(p, m, v, t, rate, meeting, key):
    """One step of Adam (Kingma and Ba 2015), the gradient cut to length 5."""
    value, g = jax.value_and_grad(loss)(p, meeting, key)
    cut = jnp.minimum(1, 5 / jnp.sqrt(sum((x * x).sum() for x in g.values())))
    m = {k: 0.9 * m[k] + 0.1 * cut * g[k] for k in p}
    v = {k: 0.99 * v[k] + 0.01 * (cut * g[k]) ** 2 for k in p}
    p = {k: p[k] - rate * RATES[k] * (m[k] / (1 - 0.9**t)) / (jnp.sqrt(v[k] / (1 - 0.99**t)) + 1e-8) for k in p}
    return p, m, v, value


def logistic(x, y, penalty=50):
    """The weights that data/learn would give."""
    mean, scale = x.mean(0), x.std(0)
    flat = scale == 0
    mean[flat], scale[flat] = 0, 1
    z, w, pull = (x - mean) / scale, np.zeros(x.shape[1]), penalty * (np.arange(x.shape[1]) > 0)
    for _ in range(15):
        p = 1 / (1 + np.exp(-np.clip(z @ w, -30, 30)))
        w += np.linalg.solve((z * np.maximum(p * (1 - p), 1e-9)[:, None]).T @ z + np.diag(pull), z.T @ (y - p) - pull * w)
    w /= scale
    w[0] -= w @ np.where(flat, 0, mean)
    return w


def teach(meetings, padded, basis):
    """Starts with the main components of the vectors and the weights that go with them."""
    said = [np.asarray(meaning(jnp.array(np.pad(m.alike(basis), (0, len(p["article"]) - len(m.words)))), p))[: len(m.same)] for m, p in zip(meetings, padded)]
    x = np.concatenate([np.hstack([m.features, s])[m.same >= 0] for m, s in zip(meetings, said)]).astype(float)
    w = logistic(x, np.concatenate([m.same[m.same >= 0] for m in meetings])).astype(np.float32)
    words = meetings[0].features.shape[1]
    p = {"map": jnp.array(basis), "words": jnp.array(w[:words]), "meaning": jnp.array(w[words:])}
    m = {k: jnp.zeros_like(x) for k, x in p.items()}
    v, t, rng = m, 0, np.random.default_rng(0)
    for round in range(ROUNDS):
        total = 0.0
        for k in rng.permutation(len(meetings)):
            t += 1
            rate = RATE * min(1, t / 30) * (1 - t / (ROUNDS * len(meetings) + 1))
            p, m, v, value = step(p, m, v, float(t), rate, padded[k], jax.random.PRNGKey(t))
            total += float(value)
        print(f"round {round + 1} of {ROUNDS}: {total / len(meetings):.4f}", file=sys.stderr)
    return rounded(np.asarray(p["map"]))


def rounded(map):
    """The map as it is read from ../tuned.bin."""
    raw = np.frombuffer(matrix(map.T), np.uint8).reshape(WIDTH, -1)
    return (raw[:, 4:].view(np.int8) * raw[:, :4].copy().view("<f4")).T


def line(m, map, ships):
    """What is said of a meeting, as ../scores.go writes it; ships is the digest of the map that ships, as mapName there."""
    said = np.round(1000 * m.alike(map)).astype(">u2")
    np.fill_diagonal(said, 0)
    key = hashlib.sha256("\n".join([ships, *m.sentences]).encode()).hexdigest()[:32]
    return f"{key} {base64.b64encode(said.tobytes()).decode()}\n"


def main():
    if len(sys.argv) != 2:
        sys.exit("tune.py: write the name of the file that TestDump of package align made")
    with open(sys.argv[1], encoding="utf8") as f:
        dump = json.load(f)
    large = Large()
    meetings = [Meeting(m, dump["Stems"], large) for m in dump["Meetings"] if not m["Dev"]]
    padded = [m.padded() for m in meetings]
    spread = 0
    for m in meetings:
        v = np.concatenate(m.vectors)
        spread = spread + (v - v.mean(0)).T @ (v - v.mean(0))
    basis = np.linalg.eigh(spread)[1][:, ::-1][:, :WIDTH].astype(np.float32)
    tuned = matrix(teach(meetings, padded, basis).T)
    with open(os.path.join(HERE, "..", "tuned.bin"), "wb") as f:
        f.write(tuned)
    ships, lines = hashlib.sha256(tuned).hexdigest(), []
    for q in range(QUARTERS):
        rest = [k for k in range(len(meetings)) if k % QUARTERS != q]
        map = teach([meetings[k] for k in rest], [padded[k] for k in rest], basis)
        lines += [line(m, map, ships) for k, m in enumerate(meetings) if k % QUARTERS == q]
    with open(ALIKE, "w", encoding="ascii") as f:
        f.writelines(sorted(lines))


main()
