// Measures the Worker against peers in the same run on the same machine and writes worker/bench.md:
//
//   node worker/bench/run.mjs [-quick] [-only race,single,memory,first]
//
// With -only it measures these parts and takes the others from build/bench/worker.json, where each run keeps what it measured: a
// machine that others use too is seldom quiet for as long as all parts take.
//
// Peers: a Worker written by hand in JavaScript that answers the same bytes and headers (peer.mjs), and the same Go program
// behind the entry that github.com/syumai/workers generates, which makes a new instance for every request.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { buildWorker, compatibilityDate, configuration, ours as modules, serve, workerd } from "../test/server.mjs";
import { writeDist } from "../test/dist.mjs";
import { texts } from "../../wasm/bench/texts.mjs";
import { cpu, load, median, quantile, resident } from "./load.mjs";

const quick = process.argv.includes("-quick");
const [, only] = /^-only (.+)$/.exec(process.argv.slice(2).join(" ").replace("-quick ", "")) ?? [];
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

/**
 * Requests per second and CPU µs per request of two servers, in turn: a slice of requests to the one, a slice to the other, the other
 * first in every second pair. Medians over the slices; a ratio is the median over the pairs, whose halves ran within a tenth of a
 * second of each other, since the machine is not equally fast from one second to the next. A slice is no round: what runs before it
 * (another peer's garbage, the machine's other work) hits both alike. warm requests to each come first: V8 compiles what is run often
 * anew, in Go's case over the first ten thousand. A slow peer gets a share of them.
 */
async function race(ours, peer, target, { warm, count, pairs, share = 1, ...options }) {
  const sides = [{ server: ours, share: 1, rate: [], micros: [] }, { server: peer, share, rate: [], micros: [] }];
  const slice = async ({ server, share, rate, micros }, most) => {
    const count = most * share;
    const before = cpu(server.pid);
    const { seconds } = await load(server.url, target, { count, ...options });
    rate.push(count / seconds);
    micros.push((cpu(server.pid) - before) / count);
  };
  for (const side of sides) {
    await slice(side, warm);
    side.rate.length = side.micros.length = 0;
  }
  for (let i = 0; i < pairs; i++) for (const side of i % 2 ? sides : sides.toReversed()) await slice(side, count);
  const result = {};
  for (const what of ["rate", "micros"]) {
    const [mine, theirs] = sides.map((side) => side[what]);
    const ratios = mine.map((value, i) => value / theirs[i]);
    result[what] = { ours: median(mine), peer: median(theirs), ratio: median(ratios), low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) };
  }
  return result;
}

const kept = path.join(root, "build", "bench", "worker.json");
const parts = only ? JSON.parse(await readFile(kept, "utf8").catch(() => "{}")) : {};

/** What a part measures, or what it measured in the run before. */
async function part(name, measure) {
  if (!only || only.split(",").includes(name)) {
    parts[name] = { ...(await measure()), load: loadavg()[0] };
    await mkdir(path.dirname(kept), { recursive: true });
    const others = JSON.parse(await readFile(kept, "utf8").catch(() => "{}"));
    await writeFile(kept, JSON.stringify({ ...others, [name]: parts[name] }));
  }
  return parts[name] ?? {};
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

  const openapi = await (await fetch(`${real.url}/v1/openapi.json`)).json();

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

  const { rows, generated } = await part("race", async () => {
    const rows = [];
    const row = async (what, target, server, address, options) => {
      const { rate, micros } = await race(server, script, address, { ...options, warm: options.warm / (quick ? 4 : 1), pairs: quick ? 8 : 40 });
      const range = ({ ratio, low, high }) => `${ratio.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
      rows.push([what, ...["ours", "peer"].map((side) => `${Math.round(rate[side])} / ${Math.round(micros[side])}`), range(rate), range(micros), target]);
    };
    const usual = { warm: 8000, count: 400 };
    await row(`GET of a precompiled document of ${Math.round(body.length / 1000)} kB`, "rate ≥ 0.95", ours, document, usual);
    await row("304 of the same", "rate ≥ 0.95", ours, document, { ...usual, headers: { "if-none-match": data.etag }, status: 304 });
    await row("computed answer of 1.6 kB through Go, against JSON.stringify", "rate ≥ 0.75, CPU ≤ 1.3", ours, "/v1/problems", { warm: 20000, count: 400 });
    await row(`search of two words in the ${passages.length} passages of the five seeds, against Array.filter`, "rate > 1", real, search, { warm: 4000, count: 100 });
    await row("compare of two outlets of one meeting, against diffWords of jsdiff", "rate > 1", real, compare, { warm: 2000, count: 60 });
    return { rows, generated: await race(ours, stock, document, { warm: 1000, count: 400, pairs: 10, share: 0.05 }) };
  });

  // CPU of single requests, one at a time, of all kinds in turn.
  const posted = (list) => ({ body: JSON.stringify({ witnesses: list.map(({ id, outlet, published, text }) => ({ id, outlet, published, text })) }) });
  const most = openapi.components.schemas.Witness.properties.text.maxLength; // of all texts together
  const long = texts(8).map((text, i, { length }) => ({ ...text, text: [...text.text.repeat(20)].slice(0, most / length).join("") }));
  const kinds = [
    ["a document", "/v1/meetings.json"], ["the dataset", "/v1/dataset.json"], ["the problems", "/v1/problems"], ["five people", "/v1/people?limit=5"], ["a search", search],
    ["a query", "/v1/query?path=articles.%23.headline"], ["GET compare", compare],
    ["POST compare, two texts of 700 words", "/v1/compare", posted(texts(2)), 0.3], [`POST compare at the limit: eight texts of ${most / 8} characters`, "/v1/compare", posted(long), 0.01],
  ].map(([name, path, init, share = 1]) => ({ name, path, init, share, micros: [] }));
  const mixed = kinds.filter(({ init }) => !init);
  const { measured } = await part("single", async () => {
    for (const { path } of mixed) await load(real.url, path, { count: quick ? 300 : 3000 });
    for (const { path, init } of kinds.slice(mixed.length)) await load(real.url, path, { count: 4, clients: 1, ...init });
    const singles = quick ? 100 : 500;
    for (let i = 0; i < singles; i++) {
      for (const { path, init, share, micros } of kinds) {
        if (Math.floor(i * share) === Math.floor((i - 1) * share)) continue;
        const before = cpu(real.pid);
        await load(real.url, path, { count: 1, clients: 1, ...init });
        micros.push(cpu(real.pid) - before);
      }
    }
    return { measured: kinds.map(({ name, share, micros }) => ({ name, share, micros })) };
  });

  // Memory: neither Go's nor the process's may grow for ever. The peer in JavaScript answers as many.
  const share = (quick ? 10_000 : 25_000) / mixed.length;
  const { memory } = await part("memory", async () => {
    const memory = [];
    for (let half = 0; half < 4; half++) {
      for (let i = 0; i < 10; i++) for (const { path } of mixed) await load(real.url, path, { count: Math.round(share / 10) });
      for (let i = 0; i < 10; i++) for (const path of [document, "/v1/problems", search, compare]) await load(script.url, path, { count: Math.round((share * mixed.length) / 40) });
      memory.push({ wasm: Number(await (await fetch(`${real.url}/memory`)).text()) / 1e6, all: resident(real.pid) / 1e6, peer: resident(script.pid) / 1e6 });
    }
    return { memory };
  });

  const starts = quick ? 3 : 9;
  const { fresh } = await part("first", async () => {
    const fresh = {};
    for (const [name, make] of [
      ["ours", () => start(built, modules)],
      ["JavaScript", () => start(peerFolder, peerModules)],
    ]) {
      fresh[name] = [await first(make, document, starts), await first(make, "/v1/problems", starts)];
    }
    return { fresh };
  });

  const missing = ["race", "single", "memory", "first"].filter((name) => !parts[name]);
  if (missing.length > 0) throw new Error(`what was measured is kept; still to measure: -only ${missing}`);
  const all = measured.filter(({ share }) => share > 0.1).flatMap(({ micros }) => micros);

  const wasm = await readFile(path.join(built, "worker.wasm"));
  const ms = (x) => x.toFixed(1);
  const micros = (list) => [0.5, 0.99, 1].map((share) => (quantile(list, share) / 1000).toFixed(2)).join(" | ");
  const report = `# How fast the Worker is

Written by \`make bench\` on one machine
(${cpus().length} × ${cpus()[0].model.trim()}; ${execFileSync(workerd(), ["--version"]).toString().trim()}; ${execFileSync("go", ["env", "GOVERSION"]).toString().trim()}).
"JavaScript" is a Worker written by hand that answers the same bytes and headers (\`worker/bench/peer.mjs\`). Read with care: it
parses each address with \`new URL\`, ours only cuts the path out, which is most of why a ratio can exceed 1. Its search neither
stems nor knows forms of names nor marks places, as ours does (${found.total} passages found, ${filtered.total} by it); its compare is one word
diff of the two accounts, ours gives rows, edits, terms and discrepancies of the meeting. Nothing keeps answers. Whatever else the machine
did (load average ${Object.entries(parts).map(([name, { load }]) => `${load.toFixed(0)} at the end of "${name}"`).join(", ")}) is in the absolute figures.

Slices of 60 to 400 requests over 16 connections go to ours and to it in turn, ${quick ? 8 : 40} to each after 2,000 to 20,000 that warm them up; a ratio is the median over
the pairs (and the range of its middle half), the other figures are medians over the slices.

| requests per second / CPU µs per request | ours | JavaScript | rate against it | CPU against it | target |
| --- | --- | --- | --- | --- | --- |
${rows.map((r) => `| ${r.join(" | ")} |`).join("\n")}

The same program behind the entry that github.com/syumai/workers generates (a new Go instance for every request) answers the
document ${Math.round(generated.rate.peer)} times a second with ${Math.round(generated.micros.peer)} µs of CPU: ours is ${generated.rate.ratio.toFixed(0)} times as fast (target 30).

| first answer of a fresh process, ms | ours | JavaScript | target |
| --- | --- | --- | --- |
| precompiled | ${ms(fresh.ours[0])} | ${ms(fresh.JavaScript[0])} | + 2 |
| computed | ${ms(fresh.ours[1])} | ${ms(fresh.JavaScript[1])} | + 5 |

CPU of one request in ms, all threads of workerd (compiling and collecting garbage among them), one request at a time; target: p99 < 10.

| request to the five seeds | median | p99 | most |
| --- | ---: | ---: | ---: |
${measured.map(({ name, micros: list }) => `| ${name} (${list.length}) | ${micros(list)} |`).join("\n")}
| all but the last together (${all.length}) | ${micros(all)} |

| after so many mixed requests (all of the above but POST) | ${memory.map((_, i) => `${(i + 1) * Math.round(share) * mixed.length} `).join("| ")}| target |
| --- | ${memory.map(() => "---: ").join("| ")}| --- |
| Wasm memory, MB | ${memory.map(({ wasm }) => wasm.toFixed(1)).join(" | ")} | < 48, flat |
| resident memory of all of workerd, MB | ${memory.map(({ all }) => all.toFixed(0)).join(" | ")} | |
| the same of the JavaScript peer's after as many of its own | ${memory.map(({ peer }) => peer.toFixed(0)).join(" | ")} | |

Wasm memory is all that Go has. What the process takes beyond it grows with the requests of the peer without Go too: it is workerd's own.

The module has ${wasm.length} bytes, ${gzipSync(wasm, { level: 9 }).length} with gzip (target 2,000,000). Who takes them (\`go run ./worker/build -shares build/worker.wasm\`: each byte
counts with the bits it took of the compressed stream; code and tables by instruction go to the package of their function, data by kind):

${execFileSync("go", ["run", "./worker/build", "-shares", path.join(built, "worker.wasm")], { cwd: root, encoding: "utf8" })}`;
  process.stdout.write(report);
  if (!quick) await writeFile(path.join(root, "worker", "bench.md"), report);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(temp, { recursive: true, force: true });
}
