// The Worker in real workerd: both ways of answering are equal, a dead instance is replaced, nothing knocks it over.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { documents, modified, writeDist } from "./dist.mjs";
import { buildWorker, startWorker } from "./server.mjs";

let dist;
let worker;

before(async () => {
  dist = await writeDist();
  worker = await startWorker({ dist });
});

after(async () => {
  await worker?.stop();
  await rm(dist, { recursive: true, force: true });
});

const hash = (content) => createHash("sha256").update(Buffer.from(content)).digest("hex");
const twin = (path, content) => `/h/${hash(content).slice(0, 16)}${path}`;

/** One request, exactly as written: no URL is normalised, no header added. */
function request(base, path, { method = "GET", headers = {}, body } = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, path, method, headers: { host: "readout.example", ...headers } }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** An answer as one comparable value, less what may differ from run to run. */
function comparable({ status, headers, body }) {
  const { date, connection, "keep-alive": keepAlive, "server-timing": timing, ...rest } = headers;
  return { status, headers: rest, timed: timing !== undefined, body: body.toString("base64") };
}

test("every document is served at both of its addresses", async () => {
  for (const [path, type, content] of documents) {
    for (const address of [path, twin(path, content)]) {
      const answer = await request(worker.url, address);
      assert.equal(answer.status, 200, address);
      assert.deepEqual(answer.body, Buffer.from(content), address);
      assert.equal(answer.headers["content-type"], type);
      assert.equal(answer.headers.etag, `"${hash(content).slice(0, 32)}"`);
      assert.equal(answer.headers["content-length"], String(Buffer.from(content).length));
      assert.equal(answer.headers["content-digest"], `sha-256=:${Buffer.from(hash(content), "hex").toString("base64")}:`);
      assert.equal(answer.headers["last-modified"], new Date(modified).toUTCString());
      assert.match(answer.headers["cache-control"], address === path ? /stale-while-revalidate=/ : /immutable/);
    }
  }
});

test("the table, the call into Go and handleRequest give the same bytes and headers", async () => {
  const css = documents.find(([path]) => path === "/readout.css");
  const etag = `"${hash(css[2]).slice(0, 32)}"`;
  const conditions = [
    {},
    { "if-none-match": etag },
    { "if-none-match": `W/${etag}` },
    { "if-none-match": `"x", ${etag}` },
    { "if-none-match": `"x,${etag.slice(1)}` },
    { "if-none-match": "*" },
    { "if-none-match": '"other"' },
    { "if-none-match": "" },
    { "if-none-match": "nonsense" },
    { "if-modified-since": new Date(modified).toUTCString() },
    { "if-modified-since": "Tue, 15 Nov 2022 00:00:00 GMT" },
    { "if-modified-since": "Sun, 13 Nov 2022 00:00:00 GMT" },
    { "if-modified-since": "last week" },
    { "if-none-match": '"other"', "if-modified-since": "Tue, 15 Nov 2022 00:00:00 GMT" },
  ];
  const paths = documents.flatMap(([path, , content]) => [path, twin(path, content), path + "?", path + "?a=1", path + "/"]);
  paths.push("/v1/version", "/v1/problems", "/v1/nothing.json", "/nothing", "/v1/query?path=meetings.%23.id", "/v1/query?path=", "/v1/search?q=meeting", "/v1/search?q=%E4%BC%9A%E8%AB%87", "/%zz", "/h/1/v1/dataset.json");
  paths.push("/oembed?url=http%3A%2F%2Freadout.example%2Fmeetings%2Fhague-2014", "/v1/%64ataset.json");
  let unchanged = 0;
  for (const path of paths) {
    for (const method of ["GET", "HEAD", "OPTIONS", "PUT"]) {
      for (const headers of path.startsWith("/readout.css") ? conditions : [{}]) {
        const [main, ...others] = (await Promise.all(Object.values(worker.urls).map((url) => request(url, path, { method, headers })))).map(comparable);
        for (const other of others) assert.deepEqual(other, main, `${method} ${path} ${JSON.stringify(headers)}`);
        if (main.status === 304) unchanged++;
      }
    }
  }
  assert.ok(unchanged >= 20, `only ${unchanged} answers were 304`);
});

test("HEAD says what GET would", async () => {
  for (const path of ["/", "/v1/dataset.json", "/v1/version", "/v1/nothing"]) {
    const get = comparable(await request(worker.url, path));
    const head = comparable(await request(worker.url, path, { method: "HEAD" }));
    assert.deepEqual(head, { ...get, body: "" }, path);
  }
});

test("every page forbids inline script; only embeds may be framed anywhere", async () => {
  for (const [path, type] of documents.filter(([, type]) => type.startsWith("text/html"))) {
    const policy = (await request(worker.url, path)).headers["content-security-policy"];
    assert.doesNotMatch(policy, /unsafe/, path);
    assert.match(policy, path.startsWith("/embed/") ? /frame-ancestors \*$/ : /frame-ancestors 'self'$/, path + type);
  }
});

// In each of these ways an instance was seen to die. The request that kills it is tried twice and fails; the next one,
// whatever it is, is answered. Documents never notice.
for (const how of ["exit", "panic", "memory", "block", "stack"]) {
  test(`the next request is answered after ${how}`, async () => {
    const before = comparable(await request(worker.urls.go, "/v1/dataset.json"));
    const failed = await worker.kill(how, worker.urls.go);
    assert.equal(failed.status, 500);
    assert.equal(failed.headers.get("content-type"), "application/problem+json");
    assert.equal((await failed.json()).status, 500);
    assert.match(worker.log(), /instance dropped/);
    assert.deepEqual(comparable(await request(worker.urls.go, "/v1/dataset.json")), before);
  });
}

test("an instance that grew too big answers and is replaced", async () => {
  const grown = await worker.kill("grow", worker.urls.go);
  assert.equal(await grown.text(), "grown\n");
  assert.match(worker.log(), /instance dropped: \d+ bytes of memory/);
  assert.equal((await request(worker.urls.go, "/v1/version")).status, 200);
});

test("kills under 64 clients disturb nobody else", async () => {
  const expected = new Map();
  const paths = ["/", "/v1/dataset.json", "/v1/meetings/large.json", "/wide.bin", "/v1/version", "/v1/query?path=meetings.%23.id", "/v1/nothing.json", "/v1/dataset.json?x=1", "/%zz"];
  for (const path of paths) expected.set(path, comparable(await request(worker.url, path)));
  let killed = 0;
  const client = async (n) => {
    for (let i = 0; i < 20; i++) {
      const k = n * 7 + i;
      if (k % 41 === 0) {
        assert.equal((await worker.kill(["exit", "panic", "block"][k % 3])).status, 500);
        killed++;
      } else if (k % 13 === 0) {
        const posted = await request(worker.url, "/v1/dataset.json", { method: "POST", body: "x".repeat(k * 50) });
        assert.equal(posted.status, 405);
      } else {
        const path = paths[k % paths.length];
        assert.deepEqual(comparable(await request(worker.url, path)), expected.get(path), path);
      }
    }
  };
  await Promise.all(Array.from({ length: 64 }, (_, n) => client(n)));
  assert.ok(killed > 10, `${killed} kills`);
});

test("strange addresses are refused, and reach no other file", async () => {
  for (const [path, ...statuses] of [
    ["/../manifest.json", 404],
    ["/v1/../../manifest.json", 404],
    ["/%2e%2e/manifest.json", 404],
    ["/manifest.json", 404],
    ["/d0", 404],
    ["/v1/%00", 404],
    ["/v1/dataset.json%00", 404],
    ["/v1/%c0%af", 404],
    ["/v1/%ff%fe", 404],
    ["//v1/dataset.json", 404],
    ["/v1//dataset.json", 404],
    ["/%zz", 404],
    ["/v1/" + "a".repeat(16 << 10), 414, 431],
    ["/v1/query?path=" + "[".repeat(4000), 400, 414],
    ["/?" + "a=b&".repeat(60), 200],
    ["/v1/query?document=../manifest&path=a", 400],
    ["/v1/query?path=%0d%0aSet-Cookie:%20a=b", 404],
    ["/%3Cscript%3Ealert(1)%3C/script%3E", 404],
  ]) {
    for (const base of [worker.url, worker.urls.go]) {
      const { status, headers, body } = await request(base, path);
      assert.ok(statuses.includes(status), `${path.slice(0, 40)}: ${status}`);
      assert.equal(headers["set-cookie"], undefined);
      if (status !== 200) assert.doesNotMatch(body.toString(), /<script/);
    }
  }
});

test("a handler that panics answers 500 and keeps its instance", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "readout-broken-"));
  try {
    await buildWorker({ dist, out: folder });
    const index = JSON.parse(await readFile(path.join(folder, "documents.json")));
    index.files.d3[1]--; // not what the manifest says
    await writeFile(path.join(folder, "documents.json"), JSON.stringify(index));
    const other = await startWorker({ folder });
    try {
      const answer = await request(other.urls.go, documents[3][0]);
      assert.equal(answer.status, 500);
      assert.match(answer.headers["content-type"], /^text\/html/); // as everything is refused that is not below /v1/
      assert.match(String(answer.body), /The program failed on this request/);
      assert.equal((await request(other.urls.go, documents[4][0])).status, 200);
      assert.equal((await request(other.urls.go, "/v1/health")).status, 200);
      assert.doesNotMatch(other.log(), /instance dropped/);
    } finally {
      await other.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a folder whose documents are not what the manifest says is not built", async () => {
  const broken = await writeDist();
  try {
    await writeFile(path.join(broken, "d3"), "something else");
    await assert.rejects(buildWorker({ dist: broken, out: path.join(broken, "out") }), /d3 is not what manifest\.json says/);
    await assert.rejects(readFile(path.join(broken, "out", "worker.mjs")), /ENOENT/);
  } finally {
    await rm(broken, { recursive: true, force: true });
  }
});

test("bodies: large ones are counted, not kept; half ones hurt nobody", async () => {
  const { port, hostname } = new URL(worker.url);
  const large = await request(worker.url, "/v1/query", { method: "POST", body: Buffer.alloc(3 << 20, 0xff) });
  assert.equal(large.status, 405);
  await new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: hostname }, () => {
      socket.write("POST /v1/query HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf", () => socket.destroy());
    });
    socket.on("close", resolve);
    socket.on("error", reject);
  });
  assert.equal((await request(worker.url, "/v1/version")).status, 200);
});
