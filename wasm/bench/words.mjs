// The engine's differ of words beside others, in one V8, on the same texts: two whole articles, and 1,000 pairs of sentences that tell
// the same. All begin with the texts as they are. Ours also folds words to their stems, looks for what was moved and for the letters that
// differ within words; the others only align words.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffWords } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { diff as myers } from 'fast-myers-diff';
import { pairs, texts } from './texts.mjs';

const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const token = new RegExp(word.source + '|[^\\s\\p{L}\\p{N}]', 'gu');
const isWord = (s) => /[\p{L}\p{N}]/u.test(s);
const count = (s) => s.match(word)?.length ?? 0;

// Each gives the number of words that it changes.
const differs = {
  "jsdiff's `diffWords`": (a, b) => {
    const parts = diffWords(a, b);
    return () => parts.reduce((n, p) => n + (p.added || p.removed ? count(p.value) : 0), 0);
  },
  'diff-match-patch over words': (a, b) => {
    const dmp = new DiffMatchPatch();
    dmp.Diff_Timeout = 0;
    const ids = new Map();
    const list = [];
    const chars = (s) => s.match(token).map((t) => {
      if (!ids.has(t)) { ids.set(t, String.fromCharCode(256 + ids.size)); list.push(t); }
      return ids.get(t);
    }).join('');
    const steps = dmp.diff_main(chars(a), chars(b), false);
    return () => steps.reduce((n, [op, s]) => n + (op ? [...s].filter((c) => isWord(list[c.charCodeAt(0) - 256])).length : 0), 0);
  },
  'fast-myers-diff over words': (a, b) => {
    const [x, y] = [a.match(token), b.match(token)];
    const steps = [...myers(x, y)];
    return () => steps.reduce((n, [a0, a1, b0, b1]) => n + x.slice(a0, a1).filter(isWord).length + y.slice(b0, b1).filter(isWord).length, 0);
  },
};

/** measure times all of them; spent is the clock. It gives rows of [texts, [name, ms, changed words]...]. */
export async function measure(root, rounds, spent) {
  const file = join(root, 'build', 'engine', 'words.wasm');
  execFileSync('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', file, './wasm/bench/words'], { cwd: root, stdio: 'inherit', env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' } });
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(readFileSync(file), go.importObject);
  go.run(instance);
  const { mem, readout_reserve, readout_words, readout_apart } = instance.exports;
  const give = (list) => {
    const encoder = new TextEncoder();
    const parts = list.flat().map((t) => encoder.encode(t));
    const length = parts.reduce((n, p) => n + p.length + 4, 0);
    const at = readout_reserve(length);
    const view = new DataView(mem.buffer);
    let to = at;
    for (const p of parts) {
      view.setUint32(to, p.length, true);
      new Uint8Array(mem.buffer, to + 4, p.length).set(p);
      to += 4 + p.length;
    }
    return length;
  };
  const [one, other] = texts(2);
  const rows = [];
  for (const [name, list] of [['two whole articles', [[one.text, other.text]]], ['1,000 pairs of sentences', pairs(1000)]]) {
    const times = { ours: [], ...Object.fromEntries(Object.keys(differs).map((k) => [k, []])) };
    for (let i = -6; i < rounds; i++) { // the first rounds warm all of them up
      let begun = spent();
      readout_words(give(list));
      if (i >= 0) times.ours.push(spent() - begun);
      for (const [k, f] of Object.entries(differs)) {
        begun = spent();
        for (const [a, b] of list) f(a, b);
        if (i >= 0) times[k].push(spent() - begun);
      }
    }
    const changed = (k) => list.reduce((n, [a, b]) => n + differs[k](a, b)(), 0);
    rows.push([name, ['ours, in Wasm', times.ours, readout_apart(give(list))], ...Object.keys(differs).map((k) => [k, times[k], changed(k)])]);
  }
  return rows;
}
