// The Worker's entry. It answers precompiled documents from a table without entering Go, boots the Go program once per
// isolate, hands everything else to it in one call, and replaces an instance that died.
//
// Rules that measurements led to:
// - The first boot happens at global scope, where it costs no request anything. Random values are refused there, so
//   Go's map seeds of that instance come from Math.random; crypto/rand asks anew and is sound. A boot within a
//   request uses real randomness.
// - An instance can die without a sign: exports of a dead program return normally. So a status word is zeroed before
//   each call, and an instance is dropped when the word is not a status after it, when the call threw, when Go says
//   that it exited, or when memory has grown past a limit.
// - Answers are functions of the request, so a request that found a dead instance is tried once on a fresh one.

import "./wasm_exec.js";
import { build } from "./build.mjs";
import contents from "./documents.bin";
import index from "./documents.json";
import { Packs } from "./packs.mjs";
import module from "./worker.wasm";

const MAX_BODY = 1 << 20; // bytes of a request's body; Go is told when there are more
const MAX_HEAD = 32 << 10; // bytes of method, URL and headers
const MAX_MEMORY = 48 << 20; // an isolate has 128 MB; the module itself may not grow past 64
// Short requests leave little: the heap may grow to four times what is in use before Go collects, and never far past 28 MiB.
const COLLECTOR = { GOGC: "300", GOMEMLIMIT: "28MiB" };

// The request headers that the handler reads; no other enters Go.
const HEADERS = ["if-none-match", "content-type"];

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** One running Go program. */
class Instance {
  constructor(atGlobalScope) {
    this.startup = atGlobalScope;
    const go = new Go();
    go.env = { READOUT_BUILD: build, ...COLLECTOR };
    const { gojs } = go.importObject;
    const { "runtime.getRandomData": random, "runtime.nanotime1": nanotime } = gojs;
    gojs["runtime.getRandomData"] = (sp) => (this.startup ? this.#weakRandom(sp) : random(sp));
    gojs["runtime.nanotime1"] = (sp) => {
      nanotime(sp);
      if (!this.startup) return;
      const view = new DataView(this.exports.mem.buffer);
      if (view.getBigInt64(sp + 8, true) === 0n) view.setBigInt64(sp + 8, 1n, true); // clocks stand at 0 at global scope
    };
    let ready = false;
    const instance = new WebAssembly.Instance(module, {
      ...go.importObject,
      workers: { ready: () => (ready = true) },
      readout: { open: (name, length) => this.#open(name, length), read: (address) => this.#read(address) },
    });
    this.go = go;
    this.exports = instance.exports;
    this.binding = {};
    let failed;
    globalThis.context = { binding: this.binding }; // where github.com/syumai/workers looks while it starts
    try {
      go.run(instance).catch((error) => (failed = error)); // runs until Go waits, which it does for ever
    } finally {
      delete globalThis.context;
    }
    if (!ready || go.exited) throw failed ?? new Error("the Go program ended before it was ready");
    this.report = this.exports.readout_report();
    this.capacity = 0;
    this.address = 0;
  }

  /** Makes the views of memory and of the report's five words anew when memory has grown, which detaches them. */
  #view() {
    const { buffer } = this.exports.mem;
    if (this.memory?.buffer === buffer) return;
    this.memory = new Uint8Array(buffer);
    this.words = new Uint32Array(buffer, this.report, 5);
  }

  #weakRandom(sp) {
    const view = new DataView(this.exports.mem.buffer);
    const bytes = new Uint8Array(view.buffer, Number(view.getBigInt64(sp + 8, true)), Number(view.getBigInt64(sp + 16, true)));
    for (let i = 0; i < bytes.length; i++) bytes[i] = Math.random() * 256;
  }

  /** Opens a file of the dataset for Go; its size, or -1 where there is none. */
  #open(address, length) {
    const name = decoder.decode(new Uint8Array(this.exports.mem.buffer, address, length));
    this.opened = file(name) ?? packs?.file(name);
    if (!this.opened && (PICTURE.test(name) || (packs && PARTS.test(name)))) wanted.push(name);
    return this.opened?.byteLength ?? -1;
  }

  #read(address) {
    new Uint8Array(this.exports.mem.buffer).set(this.opened, address);
  }

  /** Calls an export that fills the report. Returns { status, head, body } as copies, or throws: then drop the instance. */
  call(name, argument) {
    this.#view();
    this.words[0] = 0;
    this.exports[name](argument);
    this.#view();
    const { memory, words } = this;
    const status = words[0]; // word by word: taking the array apart makes an iterator, at every request
    const head = words[1];
    const body = words[2];
    const headEnd = head + words[3];
    const bodyEnd = body + words[4];
    if (this.go.exited) throw new Error("the Go program has exited");
    if (status < 200 || status > 599) throw new Error("the Go program gave no answer");
    if (headEnd > memory.length || bodyEnd > memory.length) throw new Error("an answer outside of memory");
    return { status, head: memory.subarray(head, headEnd), body: memory.slice(body, bodyEnd) };
  }

  /** Answers one request whose head is text and whose body is bytes. */
  handle(head, body) {
    const needed = head.length * 3 + body.length; // UTF-8 takes at most three bytes for a UTF-16 unit
    if (needed > this.capacity) {
      this.address = this.exports.readout_reserve(needed);
      if (!this.address) throw new Error("no room for the request");
      this.capacity = needed;
    }
    this.#view();
    const { written } = encoder.encodeInto(head, this.memory.subarray(this.address, this.address + this.capacity));
    if (body.length > 0) this.memory.set(body, this.address + written);
    return this.call("readout_handle", written + body.length);
  }

  get bytes() {
    return this.exports.mem.buffer.byteLength;
  }
}

const { files, table, packs: layout } = JSON.parse(index);
const packs = layout && new Packs(layout); // of an archive

const PARTS = /^_(packs|search)\//; // of an archive, among the static assets: documents, and what is searched
const PICTURE = /\.png$/; // is among the static assets, see pack in worker/build
const pictures = new Map(); // by name, those that were asked for

/** The content of a file of the dataset, a view of documents.bin; undefined for a picture that is not fetched yet. */
function file(name) {
  const place = files[name];
  return place ? new Uint8Array(contents, place[0], place[1] - place[0]) : pictures.get(name);
}

/** Fetches a picture from the static assets. Answers undefined where it cannot be had. */
async function loadPicture(assets, name) {
  if (!pictures.has(name)) {
    try {
      const response = await assets.fetch("http://assets/_pictures/" + name);
      if (response.ok) pictures.set(name, new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      console.error("picture:", name, error);
    }
  }
  return pictures.get(name);
}

const sets = table.sets.map((fields) => new Headers(fields)); // by class: to copy headers costs a fraction of making them

/** One URL of a document: everything but the request's conditions. */
class Entry {
  /** Its headers are those of a set and its own, [[name, value], …]. */
  constructor({ etag, strict, file: name }, set, own, body = file(name)) {
    this.etag = etag;
    this.strict = strict;
    this.file = name;
    this.body = body;
    this.set = set;
    this.own = own;
    this.inits = {};
  }

  /** What Response takes for "full", "empty" (HEAD) or "unchanged" (304), made at the first use. */
  init(kind) {
    return (this.inits[kind] ??= this.#make(kind));
  }

  #make(kind) {
    const headers = new Headers(this.set);
    for (const [name, value] of this.own) headers.append(name, value);
    if (kind === "empty") headers.set("Content-Length", String(this.body.byteLength));
    if (kind !== "unchanged") return { headers };
    for (const name of table.bodyHeaders) headers.delete(name);
    return { status: 304, headers };
  }
}

const entries = new Map(); // by path
for (const document of table.documents) {
  const set = sets[document.set];
  entries.set(document.path, new Entry(document, set, document.alias));
  entries.set(document.twin, new Entry(document, set, document.fixed));
}

let current; // the Instance, or undefined until the next request boots one
let wanted = []; // files that Go asked for in its last call and that are not here yet; kept apart from the instance, which may have been dropped since

function boot(atGlobalScope) {
  const instance = new Instance(atGlobalScope);
  if (atGlobalScope) {
    instance.call("readout_warm");
    instance.handle("GET\nhttp://localhost/v1/version\n\n", NOTHING); // compiles what every answer needs
  }
  return instance;
}

const NOTHING = new Uint8Array();

try {
  current = boot(true);
} catch (error) {
  current = undefined; // the first request boots
  console.error("boot at global scope:", error);
}

const ONE_TAG = /^(?:W\/)?"[^"]*"$/;

/** Answers GET or HEAD of a document; undefined where Go has to look closer. */
function fromTable(request, method, entry) {
  const tag = request.headers.get("if-none-match");
  if (tag !== null) {
    if (tag === entry.etag || tag === "W/" + entry.etag) return new Response(null, entry.init("unchanged"));
    if (!ONE_TAG.test(tag)) return undefined;
  }
  return method === "GET" ? new Response(entry.body, entry.init("full")) : new Response(null, entry.init("empty"));
}

const TWIN = /^\/h\/([0-9a-f]{16})(\/.*)$/;

/** An address in the letters of any script, as packs name documents; as it is where it stands for none. */
function inLetters(address) {
  if (!address.includes("%")) return address;
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The entry of a document of an archive in the pack it belongs to; undefined where the pack has none. */
function packedEntry(pack, address, path, twin) {
  const known = pack.entries.get(address);
  if (known) return known;
  const found = pack.find(path);
  if (!found || (twin && !found[2].startsWith(twin))) return undefined;
  const [body, type, hash] = found;
  const entry = new Entry(...headersOf(path, type, hash, twin), body);
  pack.entries.set(address, entry);
  return entry;
}

const packedSets = new Map(); // what documents of packs have in common in their headers, by class, type and whether they are for ever

/** What the handler's table would say of a document: the tests hold it equal to what Go says (api.makeDocument). */
function headersOf(path, type, hash, twin) {
  const html = type.startsWith("text/html");
  const kind = path.startsWith("/v1/") ? "data" : html && path.startsWith("/embed/") ? "embed" : html ? "page" : "asset";
  const key = kind + type + (twin ? "!" : "");
  let set = packedSets.get(key);
  if (!set) {
    set = new Headers(sets[table.kinds[kind]]);
    set.set("Content-Type", type);
    set.set("Cache-Control", twin ? table.forever : table.brief);
    if (table.modified) set.set("Last-Modified", table.modified);
    packedSets.set(key, set);
  }
  const etag = `"${hash.slice(0, 32)}"`;
  const sum = btoa(String.fromCharCode(...hash.match(/../g).map((hex) => parseInt(hex, 16))));
  const own = [["ETag", etag], ["Content-Digest", `sha-256=:${sum}:`]];
  own.push(twin ? ["Link", `<${encodeURI(path)}>; rel="canonical"`] : ["Content-Location", `/h/${hash.slice(0, 16)}${encodeURI(path)}`]);
  return [{ etag, strict: kind === "data" }, set, own];
}

/** Answers a document of an archive; through Go what is none, or asks for more than a document. */
async function fromPack(request, env, name, address, query) {
  const [, twin, alias] = TWIN.exec(address) ?? [undefined, undefined, address];
  const pack = packs.peek(name, alias) ?? (await packs.load(env.ASSETS, name, alias));
  if (!pack) return unavailable("This part of the archive cannot be had now");
  const entry = packedEntry(pack, address, alias, twin);
  if (entry && (!query || !entry.strict)) {
    const response = fromTable(request, request.method, entry);
    if (response) return response;
  }
  return throughGo(request, env);
}

/** Answers a document that is a picture. */
async function fromPictures(request, env, entry) {
  entry.body = await loadPicture(env.ASSETS, entry.file);
  if (!entry.body) return unavailable("The picture cannot be had now");
  return fromTable(request, request.method, entry) ?? throughGo(request, env);
}

/** Everything that is not a document. Waits only where it has to: for a limit, a body or a pack. */
function throughGo(request, env) {
  const { method } = request;
  if (packs || env.LIMITER || env.READOUT_VIA || (method !== "GET" && method !== "HEAD" && request.body)) return throughGoLater(request, env);
  const response = answer(request, NOTHING);
  return wanted.length ? throughGoLater(request, env) : response;
}

async function throughGoLater(request, env) {
  if (await overLimit(request, env.LIMITER)) {
    return failure(429, "Too many requests", "Precompiled documents are not limited.", { "retry-after": "60" });
  }
  if (env.READOUT_VIA === "workers") {
    const response = await throughWorkers(request);
    if (response) return response;
  }
  const body = request.body ? await readBody(request.body) : NOTHING;
  let response = answer(request, body);
  for (let n = 0; wanted.length; n++) { // Go found something missing: it is fetched, and Go asked again
    const had = n < MOST_ROUNDS && await Promise.all(wanted.map((name) => (PICTURE.test(name) ? loadPicture(env.ASSETS, name) : packs.load(env.ASSETS, name))));
    if (!had || !had.every(Boolean)) return unavailable("A part of what the answer rests on cannot be had now");
    response = answer(request, body);
  }
  return response;
}

const MOST_ROUNDS = 8; // for one answer

/** One call into Go, repeated on a fresh instance if that one is dead. The body is undefined when it was too large. */
function answer(request, body) {
  wanted = [];
  const { method } = request;
  const head = headOf(request, method, body === undefined);
  if (head.length > MAX_HEAD) return failure(431, "The request's head is too large", `It may have ${MAX_HEAD} bytes.`);
  for (let attempt = 0; attempt < 2; attempt++) {
    let instance;
    try {
      instance = current ??= boot(false);
      const { status, head: lines, body: bytes } = instance.handle(head, body ?? NOTHING);
      const response = respond(status, decoder.decode(lines), status === 204 || status === 304 || method === "HEAD" ? null : bytes);
      if (instance.bytes > MAX_MEMORY) drop(instance, `${instance.bytes} bytes of memory`);
      return response;
    } catch (error) {
      drop(instance, error);
    }
  }
  return failure(500, "The program failed on this request", "It was started anew and the next request is served as usual.");
}

/** Asks the platform's rate limit, where wrangler.toml binds one and the request came from another machine. */
async function overLimit(request, limiter) {
  const client = request.headers.get("cf-connecting-ip");
  if (!limiter || !client || client === "127.0.0.1" || client === "::1") return false;
  return !(await limiter.limit({ key: client })).success;
}

function drop(instance, why) {
  console.error("instance dropped:", why);
  if (current === instance) current = undefined;
}

function headOf({ url, headers }, method, tooLarge) {
  let head = method + "\n" + url + "\n";
  for (let i = 0; i < HEADERS.length; i++) {
    const value = headers.get(HEADERS[i]);
    if (value !== null) head += HEADERS[i] + ": " + value + "\n";
  }
  if (tooLarge) head += "readout-body-too-large: 1\n";
  return head + "\n";
}

/** Reads a body; undefined when it is larger than allowed. */
async function readBody(stream) {
  const chunks = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > MAX_BODY) return undefined; // leaving the loop cancels the stream
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.byteLength;
  }
  return body;
}

const heads = new Map(); // what Response takes, by the head that Go gave: few differ, and converting headers is most of the work
const MANY_HEADS = 256;

/** What Response takes for a head of api.Handler.Answer: the class, whose headers are in the table, and the others, each on a line. */
function initOf(status, head) {
  const headers = new Headers(sets[head.charCodeAt(0) - 48]);
  let digest = false;
  for (let start = 2; start < head.length; ) {
    const colon = head.indexOf(": ", start);
    const end = head.indexOf("\n", colon);
    const name = head.slice(start, colon);
    if (name === "Content-Digest" && end === colon + 2) digest = true;
    else headers.set(name, head.slice(colon + 2, end));
    start = end + 1;
  }
  return { status, headers, digest };
}

/** Makes a Response of what Go answered; a promise of it where the digest is still to be made. */
function respond(status, head, body) {
  let init = heads.get(head);
  if (init?.status !== status) {
    if (heads.size === MANY_HEADS) heads.clear();
    heads.set(head, (init = initOf(status, head)));
  }
  const response = new Response(body, init);
  return init.digest ? withDigest(response, body) : response;
}

async function withDigest(response, body) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  response.headers.set("Content-Digest", `sha-256=:${btoa(String.fromCharCode.apply(null, sum))}:`);
  return response;
}

/** The way in that github.com/syumai/workers offers; slower, kept as a check (see main.go). Undefined where it gives up. */
async function throughWorkers(request) {
  const instance = (current ??= boot(false));
  try {
    return await instance.binding.handleRequest(request);
  } catch (error) {
    console.error("handleRequest:", error); // it refuses addresses that are no URL
    return undefined;
  } finally {
    if (instance.go.exited) drop(instance, "the Go program has exited");
  }
}

/** What the static assets should have and do not give. */
function unavailable(title) {
  return failure(503, title, "Ask again in a moment.", { "retry-after": "5" });
}

function failure(status, title, detail, headers) {
  return new Response(JSON.stringify({ type: "about:blank", title, status, detail }) + "\n", {
    status,
    headers: {
      "content-type": "application/problem+json",
      "access-control-allow-origin": "*",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...headers,
    },
  });
}

export default {
  fetch(request, env) {
    if (current) current.startup = false;
    const { url, method } = request;
    if (env.READOUT_MEMORY && url.endsWith("/memory")) return new Response(String(current?.bytes)); // for the benchmark
    if ((method === "GET" || method === "HEAD") && env.READOUT_TABLE !== "off") {
      const start = url.indexOf("/", 8);
      const query = url.indexOf("?", start);
      const entry = entries.get(query < 0 ? url.slice(start) : url.slice(start, query));
      if (entry && (query < 0 || !entry.strict || query === url.length - 1)) {
        if (!entry.body) return fromPictures(request, env, entry);
        const response = fromTable(request, method, entry);
        if (response) return response;
      }
      if (packs && !entry) {
        const address = inLetters(query < 0 ? url.slice(start) : url.slice(start, query));
        const name = packs.nameOf(address);
        if (name) return fromPack(request, env, name, address, query >= 0 && query !== url.length - 1);
      }
    }
    return throughGo(request, env);
  },
};
