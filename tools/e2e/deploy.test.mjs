// What `make deploy` would publish: wrangler takes the bundle as it is, and it fits into Cloudflare's smallest plan.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const freePlan = 3 * 1024; // KiB after gzip, all modules together (Workers limits, "Worker size")

test("wrangler takes the bundle, and it is small enough", () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-deploy-"));
  try {
    const said = spawnSync("wrangler", ["deploy", "--dry-run", "--outdir", folder], { encoding: "utf8", timeout: 120_000 });
    assert.equal(said.status, 0, said.stdout + said.stderr);
    assert.doesNotMatch(said.stdout + said.stderr, /WARN/i);
    const [, gzip] = said.stdout.match(/gzip: ([\d.]+) KiB/) ?? assert.fail(said.stdout);
    assert.ok(Number(gzip) < freePlan, `${gzip} KiB after gzip; the free plan takes ${freePlan}`);
    for (const file of ["worker.mjs", "packs.mjs", "worker.wasm", "wasm_exec.js", "build.mjs", "documents.bin", "documents.json"]) {
      assert.ok(readdirSync(folder).includes(file), `${file} is not in the bundle`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("make deploy publishes nothing before the dataset was checked", () => {
  const recipe = spawnSync("make", ["-n", "deploy"], { encoding: "utf8" }).stdout;
  const [check, publish] = [recipe.indexOf("worker/build -check"), recipe.indexOf("wrangler deploy")];
  assert.ok(check > 0 && publish > check, recipe);

  const folder = mkdtempSync(join(tmpdir(), "readout-empty-"));
  try {
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ schema: 1, engine: "", digest: "", modified: "", documents: [] }));
    const said = spawnSync("go", ["run", "./worker/build", "-check", "-dist", folder], { encoding: "utf8" });
    assert.notEqual(said.status, 0);
    assert.match(said.stderr, /must not be published/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
