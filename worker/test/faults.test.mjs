// What nobody may knock over: bodies and addresses made to harm, many clients at once, instances that die meanwhile. Against
// the tree's own dataset in real workerd.

import assert from "node:assert/strict";
import net from "node:net";
import http from "node:http";
import { after, before, test } from "node:test";

import { cpu, resident } from "../bench/load.mjs";
import { startWorker } from "./server.mjs";

let worker;
let comparison; // an address of GET /v1/compare that has two outlets

before(async () => {
  worker = await startWorker();
  const { meetings, articles } = await (await fetch(`${worker.url}/v1/dataset.json`)).json();
  for (const { id, coverage } of meetings) {
    const outlets = [...new Set(coverage.map((c) => articles.find((a) => a.id === c.article).outlet))];
    if (outlets.length > 1) comparison ??= `/v1/compare?meeting=${id}&outlets=${outlets.slice(0, 2)}`;
  }
  assert.ok(comparison, "no meeting has two outlets");
});

after(() => worker?.stop());

/** One request as written; resolves to the status, the parsed or plain body and the headers. */
function ask(path, { method = "GET", body, type = "application/json", base = worker.url } = {}) {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const headers = { host: "readout.example", ...(body !== undefined && { "content-type": type }) };
    const sent = http.request({ hostname, port, path, method, headers }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Two accounts of one made-up meeting; n tells one client's from another's. */
const accounts = (n, extra = "") =>
  JSON.stringify({
    witnesses: [
      { id: "a", outlet: "Post", published: "2014-03-26", text: `Minister Kim Number${n} met Ambassador Sato in Geneva on March 25, 2014. They agreed to hold talks${extra} in ${n} days.\r\nSet-Cookie: a=b` },
      { id: "b", outlet: "Times", published: "2014-03-26", text: `Ambassador Sato and Minister Kim Number${n} held talks in Geneva on Tuesday. They agreed to hold talks${extra} again.` },
    ],
  });

const problem = (answer, path) => {
  assert.equal(answer.headers["content-type"], "application/problem+json", `${path}: ${answer.body.slice(0, 200)}`);
  return JSON.parse(answer.body);
};

test("64 clients mix GET, compare, POST and garbage while instances die, and each gets its own answer", { timeout: 240_000 }, async () => {
  const kinds = [
    (n) => ["/v1/meetings.json"],
    (n) => [comparison],
    (n) => ["/v1/compare", { method: "POST", body: accounts(n % 8) }],
    (n) => [`/v1/search?q=meeting&limit=${(n % 5) + 1}`],
    (n) => [`/v1/nothing-${n % 8}.json`],
    (n) => ["/v1/compare", { method: "POST", body: `{"witnesses":[${n % 8}` }],
    (n) => [`/%ff%00${n % 8}`],
    (n) => ["/v1/version"],
  ];
  const same = ({ status, body, headers }) => ({ status, body, etag: headers.etag, type: headers["content-type"] });
  const expected = new Map();
  for (let n = 0; n < 40; n++) {
    for (const kind of kinds) {
      const request = kind(n);
      const key = JSON.stringify(request);
      if (!expected.has(key)) expected.set(key, same(await ask(...request)));
    }
  }
  assert.ok([...expected.values()].filter((a) => a.status === 200).length >= 15);
  for (let n = 0; n < 8; n++) {
    const { status, body } = expected.get(JSON.stringify(kinds[2](n)));
    assert.equal(status, 200, body);
    assert.match(body, new RegExp(`Number${n}\\b`));
  }
  let killed = 0;
  const client = async (n) => {
    for (let i = 0; i < 12; i++) {
      const k = n * 5 + i * 3;
      if (k % 53 === 0) {
        assert.equal((await worker.kill(["exit", "panic", "block"][k % 3])).status, 500);
        killed++;
        continue;
      }
      const request = kinds[k % kinds.length](k);
      assert.deepEqual(same(await ask(...request)), expected.get(JSON.stringify(request)), JSON.stringify(request).slice(0, 200));
    }
  };
  await Promise.all(Array.from({ length: 64 }, (_, n) => client(n)));
  assert.ok(killed >= 8, `${killed} kills`);
});

test("100 MB are refused and not kept", { timeout: 120_000 }, async () => {
  const { hostname, port } = new URL(worker.url);
  const before = resident(worker.pid);
  const status = await new Promise((resolve, reject) => {
    const sent = http.request({ hostname, port, path: "/v1/compare", method: "POST", headers: { host: "a", "content-type": "application/json" } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.on("error", (error) => (error.code === "ECONNRESET" || error.code === "EPIPE" ? resolve(413) : reject(error))); // refused before all was sent
    const piece = Buffer.alloc(1 << 20, 0x20);
    let left = 100;
    const more = () => {
      while (left-- > 0) if (!sent.write(piece)) return void sent.once("drain", more);
      sent.end();
    };
    more();
  });
  assert.equal(status, 413);
  assert.ok(resident(worker.pid) - before < 64 << 20, `${(resident(worker.pid) - before) >> 20} MB more`);
  assert.equal((await ask("/v1/version")).status, 200);
});

test("a slow body holds nobody up and is answered when it is whole; a half one is forgotten", { timeout: 60_000 }, async () => {
  const { hostname, port } = new URL(worker.url);
  const body = accounts(1);
  const connect = () => new Promise((resolve) => { const socket = net.connect({ host: hostname, port }, () => resolve(socket)); });
  const head = `POST /v1/compare HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const [slow, half] = [await connect(), await connect()];
  let answer = "";
  slow.setEncoding("utf8").on("data", (text) => (answer += text));
  const ended = new Promise((resolve) => slow.once("close", resolve));
  slow.write(head);
  half.write(head + body.slice(0, 100));
  for (let at = 0; at < body.length; at += 100) {
    slow.write(body.slice(at, at + 100));
    assert.equal((await ask("/v1/version")).status, 200); // between any two pieces others are served
    if (at === 200) half.destroy();
  }
  await ended;
  assert.match(answer, /^HTTP\/1.1 200 /);
  assert.match(answer, /Number1\b/);
});

test("bodies that are no request get a problem that says why", async () => {
  const drops = () => worker.log().split("instance dropped").length;
  const before = drops();
  const deep = "[".repeat(200_000);
  for (const [what, body, ...statuses] of [
    ["invalid UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ["deeply nested", `{"witnesses":${deep}`, 400, 413, 422],
    ["deep and closed", `{"witnesses":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, 400, 422],
    ["duplicate keys", '{"witnesses":[{"id":"a","id":"b","text":"x"}]}', 400, 422],
    ["10,000 witnesses", JSON.stringify({ witnesses: Array.from({ length: 10_000 }, (_, i) => ({ id: "w" + i, text: "x" })) }), 400, 413, 422],
    ["one witness", '{"witnesses":[{"id":"a","text":"x"}]}', 400, 422],
    ["half a surrogate", '{"witnesses":[{"id":"a","text":"\\ud800"},{"id":"b","text":"x"}]}', 400, 422],
    ["nothing", "", 400],
    ["a huge number", `{"witnesses":[{"id":"a","text":"x","published":${"9".repeat(10_000)}}]}`, 400, 422],
  ]) {
    const answer = await ask("/v1/compare", { method: "POST", body });
    assert.ok(statuses.includes(answer.status), `${what}: ${answer.status} ${answer.body.slice(0, 300)}`);
    const { title, status } = problem(answer, what);
    assert.ok(title && status === answer.status, what);
  }
  assert.equal((await ask("/v1/compare", { method: "POST", body: accounts(1), type: "text/plain" })).status, 415);
  assert.equal(drops(), before, "an instance was dropped");
});

test("texts with markup, line breaks for headers, and invisible characters stay text", async () => {
  for (const [nasty, seen] of [
    [" with <script>alert(1)</script> and <!--", /./], // no article text, says the engine, or text: never markup of ours
    [" with \u202egnihtyreve\u202c\u200b and zero\u200dwidth", /\u202egnihtyreve\u202c\u200b and zero\u200dwidth/], // shown as it is, not cleaned away
  ]) {
    const { status, headers, body } = await ask("/v1/compare", { method: "POST", body: accounts(3, nasty) });
    assert.ok(status === 200 || status === 422, body.slice(0, 300));
    assert.equal(headers["set-cookie"], undefined);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.match(headers["content-type"], /^application\/(problem\+)?json/);
    assert.match(headers["content-security-policy"], /default-src 'none'/);
    assert.match(JSON.stringify(JSON.parse(body)), seen);
  }
  for (const path of ["/v1/search?q=%3Cscript%3Ealert(1)%3C/script%3E%0d%0aSet-Cookie:%20a=b", "/v1/meetings?outlet=%0d%0aSet-Cookie:%20a=b%3Cscript%3E", "/%3Cscript%3E%0d%0aSet-Cookie:%20a=b"]) {
    const { headers, body } = await ask(path);
    assert.equal(headers["set-cookie"], undefined, path);
    assert.doesNotMatch(body, /<script>/, path);
    assert.doesNotMatch(Object.values(headers).join(), /<script>/, path);
  }
});

test("GJSON paths made to explode cost little", async () => {
  const paths = [
    "#".repeat(200), "#.".repeat(100), "articles.#.passages.#.text", "..#.#.#.#", "*".repeat(250), "*?".repeat(100), "[".repeat(250), "{".repeat(250),
    "{a,b,c,{a,b,c,{a,b,c}}}".repeat(8), "[..0,..0,[..0,..0,[..0,..0]]]", "articles.#(id%\"*a*a*a*a*a*a*a*\")#", "articles.#(passages.#(text%\"*e*e*e*e*\")#)#.passages.#(text%\"*e*e*\")#.text",
    "articles|@pretty|@pretty", "@this|@this|@this", "@tostr|@tostr", "a.".repeat(120), "\\".repeat(200), "articles.99999999999999999999", "articles.#(#(#(#(#(#(id)))))))#", "0".repeat(250),
  ];
  const started = cpu(worker.pid);
  for (const path of paths) {
    const answer = await ask(`/v1/query?path=${encodeURIComponent(path)}`);
    assert.ok(answer.status === 200 || (answer.status >= 400 && answer.status < 500), `${path}: ${answer.status}`);
    if (answer.status !== 200) problem(answer, path);
  }
  const each = (cpu(worker.pid) - started) / paths.length / 1000;
  assert.ok(each < 50, `${each.toFixed(1)} ms of CPU for each`); // 4 here; a path that explodes takes seconds
});

test("unknown parameters are named, with those that are known", async () => {
  for (const [path, known] of [[`${comparison}&colour=red`, "outlets"], ["/v1/search?q=a&qq=b", "q"], ["/v1/query?path=a&jsonpath=b", "path"], ["/v1/meetings?outlets=x", "outlet"]]) {
    const answer = await ask(path);
    assert.equal(answer.status, 400, path);
    assert.ok(problem(answer, path).known.includes(known), path);
  }
});

test("addresses that mean another place reach nothing", async () => {
  for (const path of ["/v1/%c0%ae%c0%ae/manifest.json", "/%e0%80%ae./manifest.json", "/v1/..%2fmanifest.json", "/v1/..%5cmanifest.json", "/v1/meetings/..%00.json", "/documents.bin", "/documents.json", "/search.bin", "/worker.wasm", "/worker.mjs"]) {
    for (const base of Object.values(worker.urls)) assert.equal((await ask(path, { base })).status, 404, path);
  }
  for (const path of ["/v1/" + "a/".repeat(8 << 10), "/v1/search?q=" + "a".repeat(16 << 10)]) {
    assert.ok([414, 431].includes((await ask(path)).status), path.slice(0, 20));
  }
});
