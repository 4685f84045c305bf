// The same articles laid out whole and packed (docs/scale.md): in real workerd a reader cannot tell them apart.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Packs, shard } from "../packs.mjs";
import { startWorker } from "./server.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const workers = {};
let folder;
let documents;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "readout-layouts-"));
  const seeds = path.join(folder, "seeds"); // of which one article has a name that addresses must write in percent signs
  await cp(path.join(root, "seeds"), seeds, { recursive: true });
  for (const ending of ["txt", "yaml"]) await rename(path.join(seeds, `000_8bf1dc5d80ec0063.${ending}`), path.join(seeds, `한일 협의.${ending}`));
  for (const layout of ["whole", "packed"]) {
    const dist = path.join(folder, layout);
    await promisify(execFile)("go", ["run", "./data/compile", "-seeds", seeds, "-layout", layout, "-cache", "none", "-out", dist], { cwd: root, maxBuffer: 1 << 24 });
    workers[layout] = await startWorker({ dist });
  }
  // An archive has the whole dataset in parts; the description of the API names its data.
  const manifest = JSON.parse(await readFile(path.join(folder, "whole", "manifest.json"), "utf8"));
  documents = manifest.documents.filter(({ path }) => !/^\/v1\/(dataset|openapi)\./.test(path));
});

after(async () => {
  for (const worker of Object.values(workers)) await worker.stop();
  await rm(folder, { recursive: true, force: true });
});

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });

/** One request, as a comparable value: what may differ from one to the next is left out. */
function ask(base, address, method = "GET", headers = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, path: address.includes("%") ? address : encodeURI(address), method, headers: { host: "readout.example", ...headers }, agent }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { date, connection, "keep-alive": keepAlive, "server-timing": timing, ...rest } = response.headers;
        resolve({ status: response.statusCode, headers: rest, body: Buffer.concat(chunks).toString("base64") });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** An answer as one line: status, headers, and a hash of the body. */
const brief = ({ status, headers, body }) =>
  `${status} ${JSON.stringify(Object.entries(headers).sort())} ${createHash("sha256").update(body).digest("hex")}`;

test("documents have the same bytes and headers, by both of its addresses, with and without Go", async () => {
  assert.ok(documents.length > 200);
  for (const { path: alias, sha256 } of documents.filter((_, i) => i % 4 === 0)) {
    for (const address of [alias, `/h/${sha256.slice(0, 16)}${alias}`]) {
      const want = await ask(workers.whole.url, address);
      assert.equal(want.status, 200, address);
      assert.equal(brief(await ask(workers.packed.url, address)), brief(want), address);
      assert.equal(brief(await ask(workers.packed.urls.go, address)), brief(want), address + " through Go");
    }
  }
});

test("a document is named in the letters of any script, and its headers in ASCII", async () => {
  const of = documents.filter(({ path }) => path.includes("한일-협의"));
  assert.ok(of.length > 4);
  for (const { path: alias, sha256 } of of) {
    const twin = `/h/${sha256.slice(0, 16)}${alias}`;
    for (const url of [workers.whole.url, workers.whole.urls.go, workers.packed.url, workers.packed.urls.go]) {
      const [a, t] = [await ask(url, alias), await ask(url, twin)];
      assert.deepEqual([a.status, a.headers["content-location"]], [200, encodeURI(twin)], alias);
      assert.deepEqual([t.status, t.headers.link], [200, `<${encodeURI(alias)}>; rel="canonical"`], twin);
      assert.deepEqual((await ask(url, encodeURI(alias).toLowerCase())).body, a.body);
    }
  }
});

test("HEAD, conditions and refusals are the same", async () => {
  const some = documents.filter((_, i) => i % 29 === 0);
  for (const { path: alias, sha256 } of some) {
    const tag = `"${sha256.slice(0, 32)}"`;
    for (const [method, address, headers] of [
      ["HEAD", alias, {}],
      ["GET", alias, { "if-none-match": tag }],
      ["GET", alias, { "if-none-match": "W/" + tag }],
      ["GET", alias, { "if-none-match": `"other", ${tag}` }],
      ["GET", alias, { "if-none-match": '"other"' }],
      ["GET", alias + "?", {}],
      ["GET", alias + "?utm_source=x", {}],
      ["POST", alias, {}],
      ["OPTIONS", alias, {}],
      ["GET", `/h/0000000000000000${alias}`, {}],
    ]) {
      const want = await ask(workers.whole.url, address, method, headers);
      const got = await ask(workers.packed.url, address, method, headers);
      if (want.status === 404) {
        assert.equal(got.status, 404, `${method} ${address}`); // what is suggested may differ
        continue;
      }
      assert.equal(brief(got), brief(want), `${method} ${address} ${JSON.stringify(headers)}`);
    }
  }
});

test("computed answers that rest on a document find it in its pack", async () => {
  const meeting = documents.find(({ path }) => /^\/v1\/meetings\/[^/]+\.json$/.test(path)).path;
  const id = meeting.slice("/v1/meetings/".length, -".json".length);
  for (const address of [
    `/v1/query?document=${meeting}&path=meeting.title`,
    `/v1/compare?meeting=${id}`,
    `/oembed?url=${encodeURIComponent(`http://readout.example/meetings/${id}`)}`,
  ]) {
    const want = await ask(workers.whole.url, address);
    assert.equal(want.status, 200, address + Buffer.from(want.body, "base64"));
    const got = await ask(workers.packed.url, address);
    delete want.headers.etag; // of the program together with its data
    delete got.headers.etag;
    assert.equal(brief(got), brief(want), address);
  }
});

test("a search finds the same in the files of an archive's index", async () => {
  let found = 0;
  for (const query of [
    ..."tokyo|ihara|Lee Sang-deok|park abe|forced labour|Dokdo|takeshima islets|“comfort women”|the|the of and in|director-general talks seoul|zzzz|安倍".split("|"),
    '"comfort women" tokyo', '"in tokyo"', '"said on" talks',
  ]) {
    for (const address of [`/v1/search?q=${encodeURIComponent(query)}`, `/v1/search?q=${encodeURIComponent(query)}&limit=3&cursor=2`, `/search?q=${encodeURIComponent(query)}`]) {
      const want = await ask(workers.whole.url, address);
      const got = await ask(workers.packed.url, address);
      for (const answer of [want, got]) delete answer.headers.etag; // of the program together with its data
      assert.equal(want.status, 200, address);
      assert.equal(brief(got), brief(want), address);
      if (address.startsWith("/v1/")) found += JSON.parse(Buffer.from(want.body, "base64")).results.length;
    }
  }
  assert.ok(found > 100, `${found} passages: hardly anything is tried`);
  const [outlet] = JSON.parse(Buffer.from((await ask(workers.whole.url, "/v1/outlets.json")).body, "base64")).outlets;
  const address = `/v1/search?q=tokyo&outlet=${outlet.id}`;
  const [want, got] = [await ask(workers.whole.url, address), await ask(workers.packed.url, address)];
  assert.equal(got.body, want.body);
  assert.ok(JSON.parse(Buffer.from(want.body, "base64")).total > 0);
});

test("of a pack is read what a document takes, and more when more is asked for", async () => {
  const worker = await startWorker({ folder: workers.packed.folder }); // which has fetched nothing yet
  try {
    const layout = new Packs(JSON.parse(await readFile(path.join(workers.packed.folder, "documents.json"), "utf8")).packs);
    const assets = path.join(workers.packed.folder, "assets");
    const sizes = await Promise.all((await readdir(path.join(assets, "_packs"))).map(async (name) => [(await stat(path.join(assets, "_packs", name))).size, "_packs/" + name]));
    const [size, largest] = sizes.sort(([a], [b]) => b - a)[0];
    assert.ok(size > 130_000, `${size} bytes: nearly all of it is read at once`);
    const inside = documents.filter(({ path }) => layout.nameOf(path) === largest);
    for (const { path: address } of [inside.at(0), ...inside.toReversed()]) {
      assert.equal(brief(await ask(worker.url, address)), brief(await ask(workers.whole.url, address)), address);
    }
  } finally {
    await worker.stop();
  }
});

test("what an archive does not have it says", async () => {
  assert.equal((await ask(workers.packed.url, "/v1/meetings/nothing-of-this-name.json")).status, 404);
});

test("what rests on a pack that cannot be had is 503, to be asked again; all else is answered", async () => {
  const meeting = documents.find(({ path }) => /^\/v1\/meetings\/[^/]+\.json$/.test(path)).path;
  const name = new Packs(JSON.parse(await readFile(path.join(workers.packed.folder, "documents.json"), "utf8")).packs).nameOf(meeting);
  const pack = await readFile(path.join(workers.packed.folder, "assets", name));
  const head = 4 + pack.readUInt32LE(0);
  const [at, size] = JSON.parse(pack.toString("utf8", 4, head))[meeting];
  const inDocument = "cut short in the document"; // which is seen when it is read for the document; the deploy asks the digests of all
  for (const [harm, left] of [["gone"], ["cut short in its length", 2], ["cut short in its index", 200], [inDocument, head + at + size - 1]]) {
    const broken = await mkdtemp(path.join(folder, "broken-"));
    await cp(workers.packed.folder, broken, { recursive: true });
    await rm(path.join(broken, "assets", name));
    if (left) await writeFile(path.join(broken, "assets", name), pack.subarray(0, left));
    const worker = await startWorker({ folder: broken });
    try {
      for (const base of harm === inDocument ? [worker.url] : [worker.url, worker.urls.go]) {
        for (const address of harm === inDocument ? [meeting] : [meeting, `/v1/query?document=${meeting}&path=meeting.title`, `/v1/compare?meeting=${meeting.slice("/v1/meetings/".length, -".json".length)}`]) {
          const { status, headers, body } = await ask(base, address);
          assert.equal(status, 503, `${harm}: ${address}`);
          assert.equal(headers["retry-after"], "5");
          assert.equal(headers["content-type"], "application/problem+json");
          assert.match(Buffer.from(body, "base64").toString(), /cannot be had now/);
        }
        for (const address of ["/", "/v1/version", "/v1/meetings.json"]) assert.equal((await ask(base, address)).status, 200, address);
      }
    } finally {
      await worker.stop();
    }
  }
});

test("an instance that is dropped in the middle of an answer, while a pack is fetched: the answer comes all the same, and everybody else's", async () => {
  const worker = await startWorker({ folder: workers.packed.folder }); // which has fetched nothing yet
  try {
    const id = documents.find(({ path }) => /^\/v1\/meetings\/[^/]+\.json$/.test(path)).path.slice("/v1/meetings/".length, -".json".length);
    const others = ["/v1/version", "/v1/search?q=tokyo&limit=2", `/v1/meetings/${id}.json`, "/v1/nothing.json"];
    const addresses = [`/v1/compare?meeting=${id}`, ...Array.from({ length: 40 }, (_, i) => others[i % others.length])];
    const want = await Promise.all(addresses.map((address) => ask(workers.packed.url, address)));
    assert.equal(want[0].status, 200);
    const got = await Promise.all(addresses.map((address, i) => ask(worker.url, i === 0 ? "/fault/grow" + address : address)));
    got.forEach((answer, i) => assert.equal(brief(answer), brief(want[i]), addresses[i]));
    assert.ok(worker.log().match(/instance dropped: \d+ bytes of memory/g)?.length >= 2, worker.log()); // once in the middle, once after
    assert.equal(brief(await ask(worker.url, addresses[0])), brief(want[0])); // by the next instance
  } finally {
    await worker.stop();
  }
});

test("JavaScript finds the pack where the compiler put a document", async () => {
  const { packs, documents: loose } = JSON.parse(await readFile(path.join(folder, "packed", "manifest.json"), "utf8"));
  const one = new Packs(packs);
  let n = 0;
  for (const name of await readdir(path.join(folder, "packed", "_packs"))) {
    const pack = await readFile(path.join(folder, "packed", "_packs", name));
    for (const address of Object.keys(JSON.parse(pack.subarray(4, 4 + pack.readUInt32LE(0)).toString()))) {
      assert.equal(one.nameOf(address), "_packs/" + name, address);
      n++;
    }
  }
  assert.equal(n, packs.documents);
  for (const { path: address } of loose) assert.equal(one.nameOf(address), undefined, address);
  assert.equal(shard("ab", 1 << 16), 1294271946 % (1 << 16)); // FNV-1a of "ab" is 0x4d2505ca
});
