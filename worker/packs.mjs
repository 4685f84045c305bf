// The documents of an archive, which lie in packs among the Worker's static assets (binding ASSETS): see folder.Packs. A pack is
// fetched when one of its documents is asked for, and kept while there is room.

const ROOM = 24 << 20; // bytes of packs, and of documents put together, that an isolate keeps; it has 128 MB, and the Go program may take 64

const FIRST = 64 << 10; // bytes of a pack that are read at once: nearly every index, and most documents beyond that are asked for much

const NOTHING = new Uint8Array();

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** FNV-1a of a key, modulo n: folder.Shard. */
export function shard(key, n) {
  let h = 2166136261;
  for (const byte of encoder.encode(key)) h = Math.imul(h ^ byte, 16777619) >>> 0;
  return h % n;
}

export const packName = (k) => `_packs/${k.toString(16).padStart(4, "0")}.pack`;

/** A pack as far as it was read: the bytes that are here, and where each document is in them. */
class Pack {
  #known = new Map(); // of the index, what was asked for, by path

  constructor(bytes) {
    this.entries = new Map(); // by address: what the caller made of a document
    this.weight = 0; // of bytes, and of the documents that were put together
    this.#have(bytes);
    this.begin = headOf(bytes);
    if (this.begin > bytes.byteLength) throw new Error("it is cut short");
    this.index = decoder.decode(bytes.subarray(4, this.begin)); // left as text: one entry of hundreds is asked for
  }

  #have(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.weight += bytes.byteLength;
  }

  /** Reads the beginning of a pack, as far as a document takes. */
  static async upTo(path, stream) {
    const reader = stream.getReader({ mode: "byob" });
    let bytes = await more(reader, NOTHING, FIRST);
    bytes = await more(reader, bytes, headOf(bytes));
    const pack = new Pack(bytes);
    if (!pack.has(path)) pack.#have(await more(reader, bytes, pack.end(path)));
    reader.cancel().catch(() => {}); // whether the rest can be had is not asked
    if (!pack.has(path)) throw new Error("it is cut short");
    return pack;
  }

  /** What the index says of a document, as folder.Packs has it; undefined where the pack has none. */
  #entry(path) {
    const known = this.#known.get(path);
    if (known) return known;
    const key = JSON.stringify(path) + ":";
    const at = this.index.indexOf(key);
    if (at < 0) return undefined;
    const entry = JSON.parse(this.index.slice(at + key.length, this.index.indexOf("]", at) + 1));
    this.#known.set(path, entry);
    return entry;
  }

  /** Where a document ends, what it is put together from included; of one that the pack does not have, where the index does. */
  end(path) {
    const [at, size, , , , stretches = 0] = this.#entry(path) ?? [0, 0];
    return this.begin + at + (stretches ? 8 * stretches : size);
  }

  /** Whether a document, or that there is none, can be told from the bytes that are here. */
  has(path) {
    return this.end(path) <= this.bytes.byteLength;
  }

  /** [body, type, SHA-256 in hex] of a document, undefined where the pack has none. */
  find(path) {
    const entry = this.#entry(path);
    if (!entry) return undefined;
    const [at, size, type, hash, store, stretches] = entry;
    return [stretches ? this.#joined(at, store, stretches, size) : this.bytes.subarray(this.begin + at, this.begin + at + size), type, hash];
  }

  /** A document that has something in common with others: folder.Join. */
  #joined(at, store, stretches, size) {
    const body = new Uint8Array(size);
    const table = this.begin + at;
    for (let i = table, to = 0; i < table + 8 * stretches; i += 8) {
      const from = this.begin + store + this.view.getUint32(i, true);
      const bytes = this.view.getUint32(i + 4, true);
      body.set(this.bytes.subarray(from, from + bytes), to);
      to += bytes;
    }
    this.weight += size;
    return body;
  }
}

/** How many bytes the index takes of a pack that begins with these. */
const headOf = (bytes) => 4 + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);

/** What was read, and what follows: n bytes in all, or as many as there are. */
async function more(reader, read, n) {
  if (read.byteLength >= n) return read;
  const { value: next } = await reader.readAtLeast(n - read.byteLength, new Uint8Array(n - read.byteLength));
  if (!next) return read;
  if (!read.byteLength) return next;
  const bytes = new Uint8Array(read.byteLength + next.byteLength);
  bytes.set(read);
  bytes.set(next, read.byteLength);
  return bytes;
}

/** All of a pack, or of a file of the search index. */
const whole = (name, bytes) => Object.assign(name.startsWith("_packs/") ? new Pack(bytes) : { bytes, weight: bytes.byteLength }, { whole: true });

export class Packs {
  #kept = new Map(); // name → Pack, the one used last at the end

  /** many are the names in paths behind which documents are in packs; see folder.PackKey. */
  constructor({ count, many }) {
    this.count = count;
    this.key = new RegExp(`/(?:${many.join("|")})/([^./]*)`);
  }

  /** The name of the pack that a path is in; undefined for a document that is a file of its own. */
  nameOf(path) {
    const [, key] = this.key.exec(path) ?? [];
    return key === undefined ? undefined : packName(shard(key, this.count));
  }

  /** A pack by its name, if it is here as far as the document at a path takes; where no path is given, the whole of it. */
  peek(name, path) {
    const pack = this.#kept.get(name);
    if (!pack || !(path === undefined ? pack.whole : pack.has(path))) return undefined;
    this.#kept.delete(name); // to the end: what is asked for often stays
    this.#kept.set(name, pack);
    return pack;
  }

  /** The bytes of a pack by its name, for Go; undefined where it is not here. */
  file(name) {
    const kept = this.#kept.get(name);
    return kept?.whole ? kept.bytes : undefined;
  }

  /**
   * Fetches a pack as far as the document at a path takes; where none is named a whole one, or a file of the search index. Answers
   * undefined where it cannot be had.
   */
  async load(assets, name, path) {
    const kept = this.peek(name, path);
    if (kept) return kept;
    let pack;
    try {
      const response = await assets.fetch("https://assets.local/" + name);
      if (!response.ok) throw new Error(`answered with ${response.status}`);
      pack = path === undefined ? whole(name, new Uint8Array(await response.arrayBuffer())) : await Pack.upTo(path, response.body);
    } catch (error) {
      console.error("pack:", name, error);
      return undefined;
    }
    const other = this.#kept.get(name); // what was read of it before, or by somebody else meanwhile
    if (pack.whole || !other || other.bytes.byteLength < pack.bytes.byteLength) {
      this.#kept.delete(name);
      this.#kept.set(name, pack);
    }
    let weight = 0;
    for (const { weight: of } of this.#kept.values()) weight += of;
    for (const [old, { weight: of }] of this.#kept) {
      if (weight <= ROOM || old === name) break;
      this.#kept.delete(old);
      weight -= of;
    }
    return pack;
  }
}
