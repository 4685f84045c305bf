// Measures what a document of an archive takes against one of the five seeds, on real workerd:
//
//	node tools/scale/serve.mjs ARCHIVE [REQUESTS]
//
// ARCHIVE is a folder that the compiler wrote in packs. Both Workers are asked in turn, one request at a time, for random documents of
// meetings (JSON and pages), so that whatever else the machine does hits both. Of the archive, by turns: any document, for which a pack is
// read anew nearly each time, as an isolate keeps 24 MiB of them; documents as often as by Zipf's law, the one of rank r once for r times
// that the first is asked for; twenty that are asked for again and again, as readers of the day's meetings do.

import { readdir, readFile } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { startWorker } from "../../worker/test/server.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const [archive, count = "2000"] = process.argv.slice(2);
if (!archive) {
  console.error("serve: say which archive: node tools/scale/serve.mjs FOLDER [REQUESTS]");
  process.exit(2);
}
const wanted = /^\/(v1\/meetings\/[^/]+\.json|meetings\/[^/]+)$/;
const [least, most] = [15_000, 45_000]; // bytes: what both have, since a larger document takes longer wherever it lies

/** The addresses of meetings in a compiled folder, as JSON and as pages, of middling size. */
async function meetings(dist) {
  const { documents } = JSON.parse(await readFile(path.join(dist, "manifest.json"), "utf8"));
  const all = documents.map((d) => [d.path, d.bytes]);
  for (const name of await readdir(path.join(dist, "_packs")).catch(() => [])) {
    const pack = await readFile(path.join(dist, "_packs", name));
    const index = JSON.parse(pack.toString("utf8", 4, 4 + pack.readUInt32LE(0)));
    for (const [address, [, bytes]] of Object.entries(index)) all.push([address, bytes]);
  }
  return all.filter(([address, bytes]) => wanted.test(address) && bytes >= least && bytes <= most).map(([address]) => address);
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** The time of one request in ms, from sending it to the last byte. */
function time(base, address) {
  const { hostname, port } = new URL(base);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, path: address, headers: { host: "readout.example" }, agent }, (response) => {
      response.on("error", reject);
      response.on("end", () => (response.statusCode === 200 ? resolve(performance.now() - start) : reject(new Error(`${address}: ${response.statusCode}`))));
      response.resume();
    });
    sent.on("error", reject);
    sent.end();
  });
}

let state = 1;
const chance = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const random = (n) => Math.floor(chance() * n);
const zipf = (n) => Math.floor((n + 1) ** chance()) - 1; // packs lie by hash, so any order of documents is one by chance
const at = (list, share) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)];

const seeds = path.join(root, "data", "dist");
const workers = [await startWorker({ dist: seeds }), await startWorker({ dist: archive })];
try {
  const [few, many] = [await meetings(seeds), await meetings(archive)];
  const day = Array.from({ length: 20 }, () => many[random(many.length)]);
  const times = { "five seeds": [], "archive, any document": [], "archive, documents by Zipf's law": [], "archive, documents of the day": [] };
  for (let i = -200; i < Number(count); i++) { // the first are not counted
    const took = [
      await time(workers[0].url, few[random(few.length)]),
      await time(workers[1].url, many[random(many.length)]),
      await time(workers[1].url, many[zipf(many.length)]),
      await time(workers[1].url, day[random(day.length)]),
    ];
    if (i >= 0) Object.values(times).forEach((list, k) => list.push(took[k]));
  }
  const base = at(times["five seeds"], 0.5);
  console.log(`| ${many.length} documents of meetings, ${count} requests each | p50 ms | p90 ms | p50 to that of the seeds |`);
  console.log("| --- | ---: | ---: | ---: |");
  for (const [name, list] of Object.entries(times)) console.log(`| ${name} | ${at(list, 0.5).toFixed(2)} | ${at(list, 0.9).toFixed(2)} | ${(at(list, 0.5) / base).toFixed(2)} |`);
} finally {
  for (const worker of workers) await worker.stop();
}
