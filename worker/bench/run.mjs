// Measures the Worker against peers in the same run on the same machine and writes worker/bench.md:
//
//   node worker/bench/run.mjs [-quick]
//
// Peers: a Worker written by hand in JavaScript that answers the same bytes and headers (peer.mjs), and the same Go program
// behind the entry that github.com/syumai/workers generates, which makes a new instance for every request. Rounds of the
// peers alternate, so that whatever else the machine does hits all of them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { buildWorker, compatibilityDate, configuration, ours as modules, serve, workerd } from "../test/server.mjs";
import { writeDist } from "../test/dist.mjs";
import { cpu, cpuFine, load, median, resident } from "./load.mjs";

const quick = process.argv.includes("-quick");
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const temp = await mkdtemp(path.join(tmpdir(), "readout-bench-"));
const date = await compatibilityDate();
const servers = [];

/** A made-up document of about 20 kB, so that the figures do not change with the seeds. */
const document = "/v1/meetings/bench.json";
const content = JSON.stringify({ rows: Array.from({ length: 220 }, (_, i) => ({ id: `p${i}`, text: `Passage ${i} ${"word ".repeat(11)}` })) });

const search = "/v1/search?q=foreign+ministry";

/** The tree's own dataset: its passages, and the meeting that most is told of by two outlets. */
const dataset = JSON.parse(await readFile(path.join(root, "data", "dist", "dataset.json")));
const passages = dataset.articles.flatMap((a) => a.passages.filter((p) => p.text).map((p) => ({ article: a.id, outlet: a.outlet, passage: p.id, start: p.start, text: p.text })));
const told = dataset.meetings.map((meeting) => {
  const accounts = {};
  for (const { article, passages } of meeting.coverage) {
    const a = dataset.articles.find(({ id }) => id === article);
    accounts[a.outlet] = a.passages.filter((p) => p.text && passages.includes(p.id)).map((p) => p.text).join(" ");
  }
  return { id: meeting.id, accounts, least: Object.keys(accounts).length < 2 ? 0 : Math.min(...Object.values(accounts).map((t) => t.length)) };
}).sort((a, b) => b.least - a.least)[0];
const compare = `/v1/compare?meeting=${told.id}&outlets=${Object.keys(told.accounts).slice(0, 2)}`;

async function folderWith(files) {
  const folder = await mkdtemp(path.join(temp, "peer-"));
  for (const [name, data] of Object.entries(files)) await writeFile(path.join(folder, name), data);
  return folder;
}

async function start(folder, modules, bindings = {}) {
  const config = configuration(folder, date, { main: bindings }, modules);
  const server = await serve(folder, config, ["main"]);
  servers.push(server);
  return { url: server.urls.main, pid: server.pid, stop: server.stop, log: server.log };
}

/** The handler behind the entry that github.com/syumai/workers generates, with dist inside the module. */
async function buildStock(dist) {
  const folder = await mkdtemp(path.join(temp, "stock-"));
  execFileSync("go", ["run", "github.com/syumai/workers/cmd/workers-assets-gen", "-mode=go", "-o", folder], { cwd: root });
  const embedded = path.join(root, "data", "dist");
  const replace = {};
  for (const name of await readdir(embedded, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) replace[path.join(name.parentPath, name.name)] = ""; // gone
  }
  for (const name of await readdir(dist)) replace[path.join(embedded, name)] = path.join(dist, name);
  const overlay = path.join(folder, "overlay.json");
  await writeFile(overlay, JSON.stringify({ Replace: replace }));
  const env = { ...process.env, GOOS: "js", GOARCH: "wasm" };
  execFileSync("go", ["build", "-ldflags", "-s -w", "-overlay", overlay, "-o", path.join(folder, "app.wasm"), "./worker/bench/stock"], { cwd: root, env });
  return folder;
}

/** Requests per second and CPU µs per request of each peer: medians over alternating rounds. */
async function race(peers, target, { count, rounds, headers, status }) {
  const results = new Map(peers.map(([name]) => [name, { rate: [], micros: [] }]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, server, share = 1] of peers) {
      const n = Math.max(20, Math.round(count * share));
      const before = cpu(server.pid);
      const { seconds } = await load(server.url, target, { count: n, headers, status });
      if (round < 0) continue; // warm-up
      results.get(name).rate.push(n / seconds);
      results.get(name).micros.push((cpu(server.pid) - before) / n);
    }
  }
  return Object.fromEntries([...results].map(([name, { rate, micros }]) => [name, { rate: median(rate), micros: median(micros) }]));
}

/** Milliseconds from "listening" to the end of the first answer, a fresh process each time. */
async function first(make, target, times) {
  const values = [];
  for (let i = 0; i < times; i++) {
    const server = await make();
    const started = performance.now();
    await (await fetch(server.url + target)).arrayBuffer();
    values.push(performance.now() - started);
    await server.stop();
  }
  return median(values);
}

try {
  const dist = await writeDist([[document, "application/json", content]]);
  const built = await buildWorker({ dist, tags: "", out: path.join(temp, "ours") });
  const ours = await start(built, modules);
  const real = await start(await buildWorker({ tags: "", out: path.join(temp, "real") }), modules, { READOUT_MEMORY: "1" });

  // The peer gets what ours answers.
  const answer = await fetch(ours.url + document);
  const body = Buffer.from(await answer.arrayBuffer());
  const problems = await (await fetch(`${ours.url}/v1/problems`)).json();
  const keep = ([name]) => !["date", "content-length", "server-timing"].includes(name);
  const data = {
    path: document,
    headers: Object.fromEntries([...answer.headers].filter(keep)),
    etag: answer.headers.get("etag"),
    problems: problems.problems,
    computedHeaders: Object.fromEntries([...(await fetch(`${ours.url}/v1/problems`)).headers].filter(keep)),
    passages,
    accounts: told.accounts,
  };
  const peerFolder = await folderWith({ "peer.mjs": await readFile(path.join(here, "peer.mjs")), "data.json": JSON.stringify(data), "body.bin": body, "diff.min.js": await readFile(path.join(root, "node_modules", "diff", "dist", "diff.min.js")) });
  const peerModules = ["peer.mjs", "data.json", "body.bin", "diff.min.js"];
  const script = await start(peerFolder, peerModules);
  const theirs = await fetch(script.url + document);
  assert.deepEqual(Buffer.from(await theirs.arrayBuffer()), body);
  assert.deepEqual([...theirs.headers], [...answer.headers]);
  assert.equal(await (await fetch(`${script.url}/v1/problems`)).text(), await (await fetch(`${ours.url}/v1/problems`)).text());

  const [found, filtered] = await Promise.all([real, script].map(async ({ url }) => (await fetch(url + search)).json()));
  assert.ok(found.total > 5 && filtered.total > 5, `${found.total} and ${filtered.total} passages found`);
  const [compared, diffed] = await Promise.all([real, script].map(async ({ url }) => (await fetch(url + compare)).json()));
  assert.ok(compared.meeting.points.length > 0 && diffed.edits.length > 3);

  const stockFolder = await buildStock(dist);
  const stock = await start(stockFolder, ["worker.mjs", "runtime.mjs", "wasm_exec.js", "app.wasm"]);
  assert.deepEqual(Buffer.from(await (await fetch(stock.url + document)).arrayBuffer()), body);

  const rounds = quick ? 3 : 5;
  const count = quick ? 1000 : 2000;
  const all = [["ours", ours], ["JavaScript", script], ["stock", stock, 0.02]];
  const two = all.slice(0, 2);
  const onSeeds = [["ours", real], ["JavaScript", script]];
  const rows = [];
  const row = (what, result, target) => {
    const peer = result.JavaScript;
    rows.push([what, ...["ours", "JavaScript"].map((n) => `${Math.round(result[n].rate)} / ${Math.round(result[n].micros)}`),
      `${(result.ours.rate / peer.rate).toFixed(2)} / ${(result.ours.micros / peer.micros).toFixed(2)}`, target]);
  };
  const get = await race(all, document, { count, rounds });
  row(`GET of a precompiled document of ${Math.round(body.length / 1000)} kB`, get, "rate ≥ 0.95");
  row("304 of the same", await race(two, document, { count, rounds, headers: { "if-none-match": data.etag }, status: 304 }), "rate ≥ 0.95");
  row("computed answer of 1.6 kB through Go, against JSON.stringify", await race(two, "/v1/problems", { count, rounds }), "rate ≥ 0.75, CPU ≤ 1.3");
  row(`search of two words in the ${passages.length} passages of the five seeds, against Array.filter`, await race(onSeeds, search, { count, rounds }), "rate > 1");
  row("compare of two outlets of one meeting, against diffWords of jsdiff", await race(onSeeds, compare, { count, rounds }), "rate > 1");
  const times = get.ours.rate / get.stock.rate;

  // CPU of single requests, one after the other; then memory: the second half of a long mixed run must not grow.
  const mixed = ["/v1/meetings.json", "/v1/dataset.json", "/v1/problems", search, compare, "/v1/query?path=articles.%23.headline", "/v1/people?limit=5"];
  for (const target of mixed) await load(real.url, target, { count: 300 });
  const micros = [];
  for (let i = 0; i < (quick ? 700 : 3500); i++) {
    const before = cpuFine(real.pid);
    await load(real.url, mixed[i % mixed.length], { count: 1, clients: 1 });
    micros.push(cpuFine(real.pid) - before);
  }
  micros.sort((a, b) => a - b);
  const p99 = micros[Math.floor(micros.length * 0.99)] / 1000;
  const half = quick ? 5_000 : 50_000;
  const wasmMemory = [];
  const grown = [];
  for (let part = 0; part < 2; part++) {
    for (let i = 0; i < 10; i++) for (const target of mixed) await load(real.url, target, { count: Math.round(half / mixed.length / 10) });
    wasmMemory.push(Number(await (await fetch(`${real.url}/memory`)).text()) / 1e6);
    grown.push(Math.round(resident(real.pid) / 1e6));
  }

  const starts = quick ? 3 : 9;
  const fresh = {};
  for (const [name, make] of [
    ["ours", () => start(built, modules)],
    ["JavaScript", () => start(peerFolder, peerModules)],
  ]) {
    fresh[name] = [await first(make, document, starts), await first(make, "/v1/problems", starts)];
  }

  const wasm = await readFile(path.join(built, "worker.wasm"));
  const ms = (x) => x.toFixed(1);
  const report = `# How fast the Worker is

Written by \`make bench\`; medians of ${rounds} alternating rounds of ${count} requests, 16 connections, one machine
(${cpus().length} × ${cpus()[0].model.trim()}; ${execFileSync(workerd(), ["--version"]).toString().trim()}; ${execFileSync("go", ["env", "GOVERSION"]).toString().trim()}).
"JavaScript" is a Worker written by hand that answers the same bytes and headers (\`worker/bench/peer.mjs\`). Read with care: it
parses each address with \`new URL\`, ours only cuts the path out, which is most of why a ratio can exceed 1. Its search neither
stems nor knows forms of names nor marks places, as ours does (${found.total} passages found, ${filtered.total} by it); its compare is one word
diff of the two accounts, ours gives rows, edits, terms and discrepancies of the meeting. Nothing keeps answers. Whatever else the machine
did (load average ${loadavg()[0].toFixed(0)} at the end) is in the absolute figures.

| requests per second / CPU µs per request | ours | JavaScript | ours against it | target |
| --- | --- | --- | --- | --- |
${rows.map((r) => `| ${r.join(" | ")} |`).join("\n")}

The same program behind the entry that github.com/syumai/workers generates (a new Go instance for every request) answers the
document ${Math.round(get.stock.rate)} times a second with ${Math.round(get.stock.micros)} µs of CPU: ours is ${times.toFixed(0)} times as fast (target 30).

| first answer of a fresh process, ms | ours | JavaScript | target |
| --- | --- | --- | --- |
| precompiled | ${ms(fresh.ours[0])} | ${ms(fresh.JavaScript[0])} | + 2 |
| computed | ${ms(fresh.ours[1])} | ${ms(fresh.JavaScript[1])} | + 5 |

| over ${mixed.length} kinds of requests to the five seeds (documents, lists, query, search, compare, ${micros.length} in all) | | target |
| --- | --- | --- |
| CPU of one request, all threads: median, p99, most | ${(micros[micros.length >> 1] / 1000).toFixed(2)}, ${p99.toFixed(2)}, ${(micros.at(-1) / 1000).toFixed(1)} ms | p99 < 10 |
| Wasm memory after ${half} and ${2 * half} more | ${wasmMemory.map((m) => m.toFixed(1)).join(", ")} MB | < 48, flat |
| resident memory of all of workerd after the same | ${grown.join(", ")} MB | |

The module has ${wasm.length} bytes, ${gzipSync(wasm, { level: 9 }).length} with gzip (target 2,000,000). Who takes them (\`go run ./worker/build -shares build/worker.wasm\`: each byte
counts with the bits it took of the compressed stream; code and tables by instruction go to the package of their function, data by kind):

${execFileSync("go", ["run", "./worker/build", "-shares", path.join(built, "worker.wasm")], { cwd: root, encoding: "utf8" })}`;
  process.stdout.write(report);
  if (!quick) await writeFile(path.join(root, "worker", "bench.md"), report);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(temp, { recursive: true, force: true });
}
