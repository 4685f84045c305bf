// Writes a small dist folder, so that the Worker's tests do not depend on what the compiler makes of the seeds today.

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const json = (value) => JSON.stringify(value, null, 1) + "\n";
const meeting = {
  schema: 1,
  meeting: {
    id: "hague-2014",
    title: "Leaders meet in The Hague",
    status: "held",
    coverage: [
      { article: "a", status: "proposed", passages: ["s1"] },
      { article: "b", status: "held", passages: ["s1"] },
    ],
  },
  articles: [
    { id: "a", outlet: "post", passages: [{ id: "s1", text: "A meeting <b>was</b> proposed & weighed." }] },
    { id: "b", outlet: "times", passages: [{ id: "s1", text: "ハーグで会談した。" }] },
  ],
  outlets: [
    { id: "post", name: "The Post" },
    { id: "times", name: "The Times" },
  ],
};

/** Path, media type and content of each document. */
export const documents = [
  ["/", "text/html; charset=utf-8", "<!doctype html><title>Readout</title><h1>Meetings</h1>\n"],
  ["/embed/meetings/hague-2014", "text/html; charset=utf-8", "<!doctype html><title>The Hague</title>\n"],
  ["/meetings/hague-2014", "text/html; charset=utf-8", "<!doctype html><title>The Hague</title><p>proposed, held</p>\n"],
  ["/readout.css", "text/css; charset=utf-8", "h1 { font: 2rem serif }\n"],
  ["/v1/dataset.json", "application/json", json({ schema: 1, meetings: [meeting.meeting], articles: meeting.articles, outlets: meeting.outlets })],
  ["/v1/meetings/hague-2014.json", "application/json", json(meeting)],
  ["/v1/meetings/large.json", "application/json", json({ rows: Array.from({ length: 400 }, (_, i) => ({ id: `row-${i}`, text: "word ".repeat(8) })) })],
  ["/widget.js", "text/javascript; charset=utf-8", "customElements.define('readout-compare', class extends HTMLElement {});\n"],
  ["/wide.bin", "application/octet-stream", Buffer.from(Array.from({ length: 70000 }, (_, i) => (i * 31) & 255))],
];

export const modified = "2022-11-14";

/** Writes the folder and returns its path; extra are more [path, type, content], or others in the place of those above. */
export async function writeDist(extra = []) {
  const folder = await mkdtemp(path.join(tmpdir(), "readout-dist-"));
  const entries = [];
  const kept = documents.filter(([url]) => !extra.some(([other]) => other === url));
  for (const [url, type, content] of [...kept, ...extra]) {
    const data = Buffer.from(content);
    const file = "d" + entries.length;
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, file), data);
    entries.push({ path: url, file, type, bytes: data.length, sha256: createHash("sha256").update(data).digest("hex") });
  }
  await writeFile(path.join(folder, "manifest.json"), json({ schema: 1, engine: "test", digest: "00ff", modified, documents: entries }));
  return folder;
}
