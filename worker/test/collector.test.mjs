// The module as it is served, its line tables dropped, under a collector that never rests and overwrites what it frees: a stack map or
// an unwinding table that were not what the linker wrote would show in another answer or a dead program. workerd has no way to set
// GOGC, so this runs the same bytes in Node, alone in the process.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";

import { program } from "../../tools/size.mjs";
import { writeDist } from "./dist.mjs";
import { buildWorker } from "./server.mjs";

const requests = () => {
  const witnesses = (n) => JSON.stringify({ witnesses: ["a", "b", "c"].map((id, i) => ({ id, published: "2014-03-26", text: `Minister Kim Number${n} met Ambassador Sato in Geneva on March ${20 + i}, 2014. They agreed to hold talks in ${n + i} days.` })) });
  const post = (n) => [`POST\nhttp://localhost/v1/compare\ncontent-type: application/json\n\n`, witnesses(n)];
  const get = (address) => [`GET\nhttp://localhost${address}\n\n`, ""];
  return [post(3), get("/v1/search?q=meeting"), get("/v1/query?path=articles.%23.id"), post(4), get("/v1/nothing"), get("/v1/compare?meeting=hague-2014"), get("/v1/meetings.json")];
};

/** Runs in a process of its own: asks each request times over, and prints a hash of the answers of each round. */
async function stress(folder, times) {
  const require = createRequire(import.meta.url);
  const { createHash } = require("node:crypto");
  const { readFileSync } = require("node:fs");
  require("node:vm").runInThisContext(readFileSync(path.join(folder, "wasm_exec.js"), "utf8"));
  const { files } = JSON.parse(readFileSync(path.join(folder, "documents.json"), "utf8"));
  const contents = readFileSync(path.join(folder, "documents.bin"));
  const go = new globalThis.Go();
  go.env = { READOUT_BUILD: "b", GOGC: process.env.GOGC, GODEBUG: process.env.GODEBUG };
  globalThis.context = { binding: {} };
  let exports;
  let opened;
  const memory = () => new Uint8Array(exports.mem.buffer);
  const open = (address, length) => {
    const place = files[Buffer.from(memory().subarray(address, address + length)).toString()];
    opened = place && contents.subarray(...place);
    return opened?.length ?? -1;
  };
  const { instance } = await WebAssembly.instantiate(readFileSync(path.join(folder, "worker.wasm")), {
    ...go.importObject, workers: { ready() {} }, readout: { open, read: (address) => memory().set(opened, address) },
  });
  ({ exports } = instance);
  go.run(instance);
  const report = exports.readout_report();
  for (let round = 0; round < times; round++) {
    const answers = createHash("sha256");
    for (const [head, body] of requests()) {
      const bytes = Buffer.from(head + body);
      memory().set(bytes, exports.readout_reserve(bytes.length));
      new Uint32Array(exports.mem.buffer, report, 1)[0] = 0;
      exports.readout_handle(bytes.length);
      const [status, , at, , length] = new Uint32Array(exports.mem.buffer, report, 5);
      assert.ok(status >= 200 && !go.exited, `${head}: ${status} in round ${round}`);
      answers.update(`${status} `).update(memory().slice(at, at + length));
    }
    console.log(answers.digest("hex"));
  }
  process.exit(0); // Go waits for ever
}

if (process.argv[2] === "stress") await stress(process.argv[3], Number(process.argv[4]));
else {
  test("the module is below its 2 MB, and its answers do not depend on how often the collector runs", { timeout: 300_000 }, async () => {
    const dist = await writeDist();
    const folder = await mkdtemp(path.join(tmpdir(), "readout-collector-"));
    try {
      await buildWorker({ dist, tags: "", out: folder });
      const size = program.gzip(await readFile(path.join(folder, "worker.wasm")));
      assert.ok(size < program.target, `worker.wasm has ${size} bytes after gzip -9, of ${program.target} it may have; who takes them: go run ./worker/build -shares build/worker.wasm`);
      const run = async (times, env) => {
        const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, "stress", folder, String(times)], { env: { ...process.env, ...env }, maxBuffer: 1 << 24 });
        return stdout.trim().split("\n");
      };
      const [calm] = await run(1, {});
      const busy = await run(40, { GOGC: "1", GODEBUG: "clobberfree=1,gccheckmark=1" });
      assert.equal(busy.length, 40);
      assert.deepEqual([...new Set(busy)], [calm]);
    } finally {
      for (const made of [folder, dist]) await rm(made, { recursive: true, force: true });
    }
  });
}
