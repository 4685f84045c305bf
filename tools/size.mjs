// Prints what a reader or Cloudflare has to load, in bytes: plain, gzip -9, brotli 11 (9 above one megabyte, for time).
// First what has a budget, then scripts and styles one by one; of pages and JSON documents the largest, and how many there are. At the
// end what each dependency and each package takes of the Worker's module.
//
//   make size
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const gzip = bytes => gzipSync(bytes, { level: 9 }).length;
const brotli = bytes => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length > 1 << 20 ? 9 : 11 } }).length;

/** What worker.wasm may have, after gzip -9. Cloudflare takes 3 MB on the free plan, 10 MB on the paid one. */
export const program = { gzip, target: 2_000_000 };

/** The widget's budget over a dist folder: [{ what, gzip, target }]. Styles are inside the scripts. */
export function budget(dist) {
  const sum = (...names) => names.reduce((n, name) => n + gzip(readFileSync(join(dist, name))), 0);
  return [
    { what: "loader: widget.js", gzip: sum("widget.js"), target: 1400 },
    { what: "whole widget in an article, JS and CSS: widget.js, compare.js", gzip: sum("widget.js", "compare.js"), target: 12000 },
    { what: 'added by view="full", other pairs and languages, and so by our own pages: whole.js', gzip: sum("whole.js"), target: 12000 },
    { what: "after the first picture, the controls, what is below the points and the other views: more.js", gzip: sum("more.js"), target: 9300 },
    { what: "beside it where the words around are Japanese or Korean: foreign.js", gzip: sum("foreign.js"), target: 1100 },
  ];
}

function main() {
  const dist = join("data", "dist");
  const { documents } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  if (!documents) {
    console.error(`${join(dist, "manifest.json")} names no documents: run make build first`);
    process.exit(1);
  }
  const number = n => n.toLocaleString("en").padStart(11);
  console.log(`${"gzip".padStart(11)}${"target".padStart(11)}`);
  for (const { what, gzip, target } of budget(dist)) console.log(number(gzip) + number(target) + "  " + what);

  const rows = [];
  const row = (name, ...files) => {
    const all = files.map(file => readFileSync(file));
    rows.push([name, ...[bytes => bytes.length, gzip, brotli].map(size => all.reduce((n, bytes) => n + size(bytes), 0))]);
  };
  const seen = new Set(); // one file may be served under several addresses
  for (const { path, file, type } of documents) {
    if (/javascript|css|wasm/.test(type) && !seen.has(file)) row(path, join(dist, file));
    seen.add(file);
  }
  for (const [what, pattern] of [["page", /^text\/html/], ["JSON document", /json/]]) {
    const some = documents.filter(d => pattern.test(d.type)).sort((a, b) => b.bytes - a.bytes);
    if (some.length > 0) row(`${some[0].path} (largest of ${some.length}: ${what})`, join(dist, some[0].file));
  }
  const embeds = documents.filter(d => d.path.startsWith("/embed/meetings/")).sort((a, b) => b.bytes - a.bytes);
  if (embeds.length > 0) row(`one meeting in an article: widget.js, compare.js and the largest ${embeds[0].path} (target 15,000 brotli)`, ...["widget.js", "compare.js", embeds[0].file].map(file => join(dist, file)));
  const worker = join("build", "worker.wasm");
  const built = statSync(worker, { throwIfNoEntry: false });
  if (built) row(`the Worker's program (target ${program.target.toLocaleString("en")} of gzip; Cloudflare takes 3 MB free, 10 MB paid)`, worker);
  else console.error(`no ${worker}: run make build to see the Worker's size`);
  console.log(`\n${"plain".padStart(11)}${"gzip".padStart(11)}${"brotli".padStart(11)}`);
  for (const [name, ...sizes] of rows) console.log(sizes.map(number).join("") + "  " + name);
  if (built) console.log("\n" + execFileSync("go", ["run", "./worker/build", "-shares", worker], { encoding: "utf8" }).trimEnd());
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();
