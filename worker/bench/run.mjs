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
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { buildWorker, compatibilityDate, configuration, ours as modules, serve, workerd } from "../test/server.mjs";
import { writeDist } from "../test/dist.mjs";
import { cpu, load, median, resident } from "./load.mjs";

const quick = process.argv.includes("-quick");
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const temp = await mkdtemp(path.join(tmpdir(), "readout-bench-"));
const date = await compatibilityDate();
const servers = [];

/** A made-up document of about 20 kB, so that the figures do not change with the seeds. */
const document = "/v1/meetings/bench.json";
const content = JSON.stringify({ rows: Array.from({ length: 220 }, (_, i) => ({ id: `p${i}`, text: `Passage ${i} ${"word ".repeat(11)}` })) });

/** Passages to search: made-up sentences of 14 words out of 60, the same on every run; both sides search all of them. */
const vocabulary = "meeting proposed held agreed denied talks minister ambassador Tokyo Seoul labor export controls ruling court".split(" ");
for (let i = 0; vocabulary.length < 60; i++) vocabulary.push("word" + i);
const passages = [];
for (let i = 0, seed = 1; i < 220; i++) {
  const sentence = Array.from({ length: 14 }, () => vocabulary[(seed = (seed * 48271) % 2147483647) % vocabulary.length]).join(" ") + ".";
  passages.push({ id: `s${i}`, start: i * 200, text: sentence });
}
const dataset = JSON.stringify({ schema: 1, articles: [{ id: "a", outlet: "o", passages }] });
const search = "/v1/search?q=meeting+proposed";

async function folderWith(files) {
  const folder = await mkdtemp(path.join(temp, "peer-"));
  for (const [name, data] of Object.entries(files)) await writeFile(path.join(folder, name), data);
  return folder;
}

async function start(folder, modules) {
  const config = configuration(folder, date, { main: {} }, modules);
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
  const dist = await writeDist([[document, "application/json", content], ["/v1/dataset.json", "application/json", dataset]]);
  const built = await buildWorker({ dist, tags: "", out: path.join(temp, "ours") });
  const ours = await start(built, modules);

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
    problemHeaders: Object.fromEntries([...(await fetch(`${ours.url}/v1/problems`)).headers].filter(keep)),
    passages,
  };
  const peerFolder = await folderWith({ "peer.mjs": await readFile(path.join(here, "peer.mjs")), "data.json": JSON.stringify(data), "body.bin": body });
  const peerModules = ["peer.mjs", "data.json", "body.bin"];
  const script = await start(peerFolder, peerModules);
  const theirs = await fetch(script.url + document);
  assert.deepEqual(Buffer.from(await theirs.arrayBuffer()), body);
  assert.deepEqual([...theirs.headers], [...answer.headers]);
  assert.equal(await (await fetch(`${script.url}/v1/problems`)).text(), await (await fetch(`${ours.url}/v1/problems`)).text());

  const [found, filtered] = await Promise.all([ours, script].map(async ({ url }) => (await fetch(url + search)).json()));
  assert.ok(found.total > 5 && found.total === filtered.total, `${found.total} and ${filtered.total} passages found`);

  const stockFolder = await buildStock(dist);
  const stock = await start(stockFolder, ["worker.mjs", "runtime.mjs", "wasm_exec.js", "app.wasm"]);
  assert.deepEqual(Buffer.from(await (await fetch(stock.url + document)).arrayBuffer()), body);

  const rounds = quick ? 3 : 9;
  const count = quick ? 2000 : 6000;
  const all = [["ours", ours], ["JavaScript", script], ["stock", stock, 0.02]];
  const two = all.slice(0, 2);
  const rows = [];
  const row = (what, result, target) => {
    const peer = result.JavaScript;
    rows.push([what, ...["ours", "JavaScript"].map((n) => `${Math.round(result[n].rate)} / ${Math.round(result[n].micros)}`),
      `${(result.ours.rate / peer.rate).toFixed(2)} / ${(result.ours.micros / peer.micros).toFixed(2)}`, target]);
  };
  const get = await race(all, document, { count, rounds });
  row(`GET of a precompiled document of ${Math.round(body.length / 1000)} kB`, get, "rate ≥ 0.95");
  row("304 of the same", await race(two, document, { count, rounds, headers: { "if-none-match": data.etag }, status: 304 }), "rate ≥ 0.95");
  row("computed answer of 1.5 kB through Go, against JSON.stringify", await race(two, "/v1/problems", { count, rounds }), "rate ≥ 0.75, CPU ≤ 1.3");
  row("search of two words in 220 passages, against Array.filter", await race(two, search, { count, rounds }), "rate > 1");
  const times = get.ours.rate / get.stock.rate;

  // Memory: the second half of a long mixed run must not grow.
  const half = quick ? 5_000 : 50_000;
  const mixed = [document, "/v1/problems", search];
  const grown = {};
  for (const [name, server] of two) {
    grown[name] = [];
    for (let part = 0; part < 2; part++) {
      for (const target of mixed) await load(server.url, target, { count: Math.round(half / mixed.length) });
      grown[name].push(Math.round(resident(server.pid) / 1e6));
    }
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
parses each address with \`new URL\`, ours only cuts the path out, which is most of why a ratio can exceed 1; its search finds
the same passages but neither stems nor knows forms of names nor marks places, as ours does; and whatever else the machine
did is in the absolute figures.

| requests per second / CPU µs per request | ours | JavaScript | ours against it | target |
| --- | --- | --- | --- | --- |
${rows.map((r) => `| ${r.join(" | ")} |`).join("\n")}

The same program behind the entry that github.com/syumai/workers generates (a new Go instance for every request) answers the
document ${Math.round(get.stock.rate)} times a second with ${Math.round(get.stock.micros)} µs of CPU: ours is ${times.toFixed(0)} times as fast (target 30).

| first answer of a fresh process, ms | ours | JavaScript | target |
| --- | --- | --- | --- |
| precompiled | ${ms(fresh.ours[0])} | ${ms(fresh.JavaScript[0])} | + 2 |
| computed | ${ms(fresh.ours[1])} | ${ms(fresh.JavaScript[1])} | + 5 |

Resident memory of the whole process after ${half} and ${2 * half} more requests (documents, computed answers, searches): ours
${grown.ours.join(", then ")} MB; JavaScript ${grown.JavaScript.join(", then ")} MB.
The module has ${wasm.length} bytes, ${gzipSync(wasm, { level: 9 }).length} with gzip (target 2,000,000).
`;
  process.stdout.write(report);
  if (!quick) await writeFile(path.join(root, "worker", "bench.md"), report);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(temp, { recursive: true, force: true });
}
