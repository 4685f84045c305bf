// The rate limit as wrangler.toml configures it, by the platform's own binding: wrangler runs it in real workerd.

import assert from "node:assert/strict";
import { copyFile, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { unstable_readConfig as readConfig, unstable_startWorker as startWorker } from "wrangler";

import { writeDist } from "./dist.mjs";
import { buildWorker } from "./server.mjs";

process.env.WRANGLER_SEND_METRICS = "false";
process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";

let folder;
let dist;
let worker;
let limit;
let period;

before(async () => {
  dist = await writeDist();
  folder = await mkdtemp(path.join(tmpdir(), "readout-limit-"));
  const config = path.join(folder, "wrangler.toml");
  await copyFile("wrangler.toml", config);
  await buildWorker({ dist, tags: "", out: path.join(folder, "build") });
  await mkdir(path.join(folder, "build", "assets"), { recursive: true }); // this dataset has none
  ({ limit, period } = readConfig({ config }).ratelimits.find(({ name }) => name === "LIMITER").simple);
  worker = await startWorker({ config, dev: { logLevel: "error", watch: false, inspector: false, server: { hostname: "127.0.0.1", port: 0 } } });
  await worker.ready;
});

after(async () => {
  await worker?.dispose();
  for (const made of [folder, dist]) if (made) await rm(made, { recursive: true, force: true });
});

const ask = (address, client, init = {}) => worker.fetch("http://readout.example" + address, { ...init, headers: { "cf-connecting-ip": client, ...init.headers } });

test("computed answers are limited by client address, documents never", { timeout: 120_000 }, async () => {
  assert.ok(limit > 0 && (period === 10 || period === 60), `${limit} in ${period} s`);
  // A window may end in between: then the client has the limit twice.
  let asked = 0;
  let refused;
  while (!refused && asked <= 2 * limit) {
    const some = await Promise.all(Array.from({ length: 20 }, async () => {
      const response = await ask("/v1/version", "192.0.2.1");
      return { response, body: await response.text() };
    }));
    for (const { response, body } of some) assert.ok(response.status === 200 || response.status === 429, body);
    refused = some.find(({ response }) => response.status === 429);
    asked += some.length;
  }
  assert.ok(refused, `${asked} requests were answered`);
  assert.ok(asked > limit, `refused within ${asked}`);
  const { response, body } = refused;
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  assert.equal(response.headers.get("retry-after"), String(period));
  assert.equal(response.headers.get("access-control-allow-origin"), "*");
  assert.equal(response.headers.get("cache-control"), "no-store");
  const problem = JSON.parse(body);
  assert.equal(problem.status, 429);
  assert.ok(problem.title && problem.detail && problem.type);

  const post = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
  assert.equal((await ask("/v1/compare", "192.0.2.1", post)).status, 429, "another computed answer");
  assert.equal((await ask("/v1/version", "192.0.2.2")).status, 200, "another client");
  assert.equal((await ask("/v1/version", "127.0.0.1")).status, 200, "this machine");
  for (const address of ["/v1/dataset.json", "/", "/readout.css"]) assert.equal((await ask(address, "192.0.2.1")).status, 200, address);
});
