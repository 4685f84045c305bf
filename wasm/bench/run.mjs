// How long the engine takes in a browser's JavaScript machine, and what it weighs: raw texts in, points and edits out, by the module
// and the thread that readers get (go run ./web/build makes them). Writes wasm/bench.md.
//
//   node wasm/bench/run.mjs

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { diffWords } from 'diff';
import { texts } from './texts.mjs';
import { measure } from './words.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rounds = Number(process.env.ROUNDS ?? 21);
execFileSync('go', ['run', './web/build'], { cwd: root, stdio: 'inherit' });
const assets = join(root, 'build', 'assets');
const parts = JSON.parse(readFileSync(join(assets, 'own', 'parts.json'), 'utf8'));
const engine = readFileSync(join(assets, parts.engine.path));
const registry = new Uint8Array(readFileSync(join(root, 'data', 'dist', 'own', 'registry.bin')));

// Processor time of this thread, in ms: what the clock shows on a machine that does nothing else.
const spent = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };

// The thread's script, as a browser's worker would run it.
let heard;
globalThis.onmessage = null;
globalThis.postMessage = (m) => m.step == null && heard(m);
await import(pathToFileURL(join(assets, parts.thread.path)));
const ask = (data) => new Promise((resolve) => { heard = resolve; globalThis.onmessage({ data }); });

const compiling = spent();
const module = await WebAssembly.compile(engine);
const booting = spent();
const ready = await ask({ module, registry });
if (!ready.ready) throw new Error(JSON.stringify(ready));
const booted = spent();

async function compare(list) {
  const begun = spent();
  const { document: doc, ...wrong } = await ask({ texts: list });
  if (!doc) throw new Error(JSON.stringify(wrong));
  return { ms: spent() - begun, doc };
}
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

const [two, eight] = [texts(2), texts(8)];
const first = (await compare(two)).ms;
const times = { two: [], eight: [], jsdiff: [] };
let doc;
for (let i = -4; i < rounds; i++) { // the first four rounds warm all three up
  const a = await compare(two);
  const b = await compare(eight);
  const begun = spent();
  diffWords(two[0].text, two[1].text);
  const c = spent() - begun;
  if (i < 0) continue;
  times.two.push(a.ms);
  times.eight.push(b.ms);
  times.jsdiff.push(c);
  doc = JSON.parse(new TextDecoder().decode(b.doc));
}
const differs = await measure(root, rounds, spent);
const words = (list) => Math.round(list.reduce((n, t) => n + t.text.split(/\s+/).length, 0) / list.length);
const brotli = (b, quality) => brotliCompressSync(b, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 24 } }).length;
const kb = (n) => Math.round(n / 1000).toLocaleString('en');
const ms = (n) => n.toFixed(1);
const [t2, t8, js] = [median(times.two), median(times.eight), median(times.jsdiff)];
const version = execFileSync('go', ['env', 'GOVERSION'], { cwd: root, encoding: 'utf8' }).trim();

// One table of differs for each kind of texts: ours first, the others against it.
const table = ([name, ours, ...others]) => `| ${name} | ms | words changed | as long as ours |
| --- | --- | --- | --- |
${[ours, ...others].map(([who, times, changed]) => `| ${who} | ${median(times).toFixed(1)} (least ${Math.min(...times).toFixed(1)}) | ${changed.toLocaleString('en')} | ${who === ours[0] ? '' : (median(times) / median(ours[1])).toFixed(1) + ' times'} |`).join('\n')}
`;
const fastest = ([, ours, ...others]) => Math.min(...others.map(([, times]) => median(times))) / median(ours[1]);

const page = `# How fast the engine is in a browser, and how large

Written by \`make bench\` (\`node wasm/bench/run.mjs\`): medians of ${rounds} rounds, processor time of the thread, in V8 ${process.versions.v8}, ${version}, ${cpus().length} × ${cpus()[0].model}.
Invented texts of ${words(eight)} words each (\`wasm/bench/texts.mjs\`); from raw text to the JSON document: ${doc.meeting.points.length} points in the comparison of eight.

| what | measured | target |
| --- | --- | --- |
| two texts, from raw text to points and edits | ${ms(t2)} ms (least ${ms(Math.min(...times.two))}) | 10 ms |
| eight texts | ${ms(t8)} ms (least ${ms(Math.min(...times.eight))}) | 60 ms |
| the two texts by jsdiff's \`diffWords\`, which only diffs words | ${ms(js)} ms; ours takes ${(t2 / js).toFixed(1)} times as long | a third |
| the first comparison of a fresh engine | ${ms(first)} ms | |
| compiling the module, starting the engine | ${ms(booting - compiling)} ms, ${ms(booted - booting)} ms | |
| the module: plain, gzip -9, brotli 11 | ${kb(engine.length)}, ${kb(gzipSync(engine, { level: 9 }).length)}, ${kb(brotli(engine, 11))} kB | 700 kB brotli |
| of it an empty Go program | 1,800, 543, 417 kB | |

## The differ of words beside others

From raw texts, in the same run (\`wasm/bench/words.mjs\`). The others cut words and align them; ours folds words to their stems too, and finds what was moved and which letters of a word differ. Target: the fastest
of the others takes three times as long as ours, and changes no fewer words. It takes ${differs.map((d) => fastest(d).toFixed(1) + ' times as long (' + d[0] + ')').join(', ')}.

${differs.map(table).join('\n')}`;
writeFileSync(join(root, 'wasm', 'bench.md'), page);
console.log(page);
process.exit(0); // the engine waits for ever
