// The API as it is described, in real workerd: every example of /v1/openapi.json is sent and answered as described; bodies that are
// too large, broken, slow or strange are refused and harm nobody.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { startWorker } from "./server.mjs";

let dist;
let worker;
let openapi;

before(async () => {
  dist = path.join(await mkdtemp(path.join(tmpdir(), "readout-api-")), "dist");
  await promisify(execFile)("go", ["run", "./data/compile", "-seeds", "seeds", "-out", dist], { maxBuffer: 1 << 24 });
  worker = await startWorker({ dist });
  openapi = await (await fetch(worker.url + "/v1/openapi.json")).json();
});

after(async () => {
  await worker?.stop();
  if (dist) await rm(path.dirname(dist), { recursive: true, force: true });
});

const here = (target) => target.replaceAll("https%3A%2F%2Freadout.example", encodeURIComponent(worker.url));
const post = (body, headers = { "content-type": "application/json" }) => fetch(worker.url + "/v1/compare", { method: "POST", headers, body });
const sample = () => JSON.stringify(openapi.paths["/v1/compare"].post.requestBody.content["application/json"].example);

test("every example of the description is answered as described", async () => {
  let seen = 0;
  for (const methods of Object.values(openapi.paths)) {
    for (const [method, op] of Object.entries(methods)) {
      const target = here(op["x-example"]);
      const response = method === "post" ? await post(sample()) : await fetch(worker.url + target);
      const body = await response.text();
      assert.equal(response.status, 200, `${method} ${target}: ${body.slice(0, 300)}`);
      const media = response.headers.get("content-type").split(";")[0];
      assert.ok(op.responses[200].content[media], `${target}: ${media} is not described`);
      assert.equal(response.headers.get("x-content-type-options"), "nosniff");
      assert.equal(response.headers.get("access-control-allow-origin"), "*");
      assert.match(response.headers.get("content-digest"), /^sha-256=:.+:$/);
      if (media.includes("json") && !media.includes("ndjson")) JSON.parse(body);
      if (method === "get") {
        const again = await fetch(worker.url + target, { headers: { "if-none-match": "W/" + response.headers.get("etag") } });
        assert.equal(again.status, 304, target);
        const head = await fetch(worker.url + target, { method: "HEAD" });
        assert.equal(head.status, 200);
        assert.equal(head.headers.get("etag"), response.headers.get("etag"));
      }
      seen++;
    }
  }
  assert.ok(seen > 45, `${seen} examples`);
});

test("a comparison in workerd is the native one", async () => {
  const doc = await (await post(sample())).json();
  assert.equal(doc.basis, "meeting");
  assert.equal(doc.meeting.date, "2019-05-09");
  assert.deepEqual(doc.meeting.coverage.map((c) => c.status), ["scheduled", "held"]);
});

test("bodies that cannot be read are refused, and the next request is answered", async () => {
  const two = (second) => `{"witnesses":[{"id":"a","text":"One."},${second}]}`;
  for (const [name, body, status, headers] of [
    ["1.2 MB", " ".repeat(1_200_000), 413],
    ["invalid UTF-8", new Uint8Array([0x7b, 0xff, 0xc0, 0xaf]), 400],
    ["half", '{"witnesses":[{"id":"a"', 400],
    ["a million brackets", "[".repeat(1_000_000), 400],
    ["deep objects", '{"witnesses":'.repeat(70_000), 400],
    ["a name twice", two('{"id":"b","text":"x","text":"y"}'), 400],
    ["10,000 witnesses", `{"witnesses":[${Array(10_000).fill('{"id":"a","text":"One."}').join(",")}]}`, 422],
    ["long texts", two(`{"id":"b","text":"${"word ".repeat(20_000)}"}`), 422],
    ["a form", "a=b", 415, { "content-type": "application/x-www-form-urlencoded" }],
    ["script, bidi and zero width", two('{"id":"b","text":"<script>alert(1)</script> \\u202e\\u200b\\r\\nSet-Cookie: a=b"}'), 200],
  ]) {
    const response = await post(body, headers);
    assert.equal(response.status, status, `${name}: ${(await response.clone().text()).slice(0, 200)}`);
    assert.match(response.headers.get("content-type"), status === 200 ? /^application\/json/ : /^application\/problem\+json/);
    assert.equal(response.headers.get("set-cookie"), null);
    assert.equal((await (await fetch(worker.url + "/v1/health")).json()).status, "ok", name);
  }
});

test("texts of as many characters as the description allows are compared, one more is refused", { timeout: 120_000 }, async () => {
  const most = openapi.components.schemas.Witness.properties.text.maxLength;
  assert.match(openapi.paths["/v1/compare"].post.description, new RegExp(`\\b${most} characters`));
  const sentence = "Ministers from 12 countries met in Oslo on Tuesday to talk about a quota of cod, and agreed on nothing. ";
  const text = (n) => sentence.repeat(Math.ceil(n / sentence.length)).slice(0, n);
  const body = (extra) => JSON.stringify({ witnesses: Array.from({ length: 8 }, (_, i) => ({ id: `w${i}`, text: text(most / 8) + (i === 7 ? extra : "") })) });
  const allowed = await post(body(""));
  assert.equal(allowed.status, 200, (await allowed.clone().text()).slice(0, 300));
  assert.equal((await allowed.json()).articles.length, 8);
  const refused = await post(body("x"));
  assert.equal(refused.status, 422);
  const { type, limit, cost } = await refused.json();
  assert.deepEqual({ type, limit, cost }, { type: "/v1/problems#too-costly", limit: most, cost: most + 1 });
  const headline = await post(JSON.stringify({ witnesses: [{ id: "a", text: "One." }, { id: "b", text: "Two.", headline: "x".repeat(301) }] }));
  assert.equal(headline.status, 422);
  assert.equal((await headline.json()).pointer, "/witnesses/1/headline");
});

test("100 MB are refused before they are read", async () => {
  const { hostname, port } = new URL(worker.url);
  const status = await new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, path: "/v1/compare", method: "POST", headers: { "content-type": "application/json", "content-length": 100 << 20 } }, (response) => {
      resolve(response.statusCode);
      sent.destroy();
    });
    sent.on("error", (error) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve("closed") : reject(error)));
    const chunk = Buffer.alloc(1 << 20, " ");
    let left = 100;
    const write = () => {
      while (left-- > 0) if (!sent.write(chunk)) return sent.once("drain", write);
      sent.end();
    };
    write();
  });
  assert.ok(status === 413 || status === "closed", String(status));
  assert.equal((await fetch(worker.url + "/v1/health")).status, 200);
});

test("a body that breaks off harms nobody", async () => {
  const { hostname, port } = new URL(worker.url);
  await new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => {
      socket.write('POST /v1/compare HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"witnesses":[', () => {
        socket.destroy();
        resolve();
      });
    });
    socket.on("error", reject);
  });
  assert.equal((await fetch(worker.url + "/v1/health")).status, 200);
});
