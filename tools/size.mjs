// Prints what a reader or Cloudflare has to load, in bytes: plain, gzip -9, brotli 11 (9 above one megabyte, for time).
// Scripts and styles one by one; of pages and JSON documents the largest, and how many there are.
//
//   make size
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = join("data", "dist");
const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
if (!documents) {
  console.error(`${join(dist, "manifest.json")} names no documents: run make build first`);
  process.exit(1);
}

const rows = [];
function row(name, file) {
  const bytes = readFileSync(file);
  const quality = bytes.length > 1 << 20 ? 9 : 11;
  rows.push([
    name,
    bytes.length,
    gzipSync(bytes, { level: 9 }).length,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length,
  ]);
}

const seen = new Set(); // one file may be served under several addresses
for (const { path, file, type } of documents) {
  if (/javascript|css|wasm/.test(type) && !seen.has(file)) row(path, join(dist, file));
  seen.add(file);
}
for (const [what, pattern] of [["page", /^text\/html/], ["JSON document", /json/]]) {
  const some = documents.filter(d => pattern.test(d.type)).sort((a, b) => b.bytes - a.bytes);
  if (some.length > 0) row(`${some[0].path} (largest of ${some.length}: ${what})`, join(dist, some[0].file));
}
const worker = join("build", "worker.wasm");
if (statSync(worker, { throwIfNoEntry: false })) row("the Worker, with all documents (Cloudflare takes 3 MB of gzip free, 10 MB paid)", worker);
else console.error(`no ${worker}: run make build to see the Worker's size`);

const number = n => n.toLocaleString("en").padStart(11);
console.log(`${"plain".padStart(11)}${"gzip".padStart(11)}${"brotli".padStart(11)}`);
for (const [name, ...sizes] of rows) console.log(sizes.map(number).join("") + "  " + name);
