// The documents of an archive, which lie in packs among the Worker's static assets (binding ASSETS): see folder.Packs. A pack is
// fetched when one of its documents is asked for, and kept while there is room.

const ROOM = 24 << 20; // bytes of packs, and of documents put together, that an isolate keeps; it has 128 MB, and the Go program may take 64

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** FNV-1a of a key, modulo n: folder.Shard. */
export function shard(key, n) {
  let h = 2166136261;
  for (const byte of encoder.encode(key)) h = Math.imul(h ^ byte, 16777619) >>> 0;
  return h % n;
}

export const packName = (k) => `_packs/${k.toString(16).padStart(4, "0")}.pack`;

/** One pack: its bytes, and where each document is in them. */
class Pack {
  constructor(bytes) {
    this.bytes = bytes;
    this.weight = bytes.byteLength; // with the documents that were put together
    this.begin = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    this.index = JSON.parse(decoder.decode(bytes.subarray(4, this.begin)));
    this.entries = new Map(); // by address: what the caller made of a document
  }

  /** [body, type, SHA-256 in hex] of a document, undefined where the pack has none. */
  find(path) {
    if (!Object.hasOwn(this.index, path)) return undefined;
    const [at, size, type, hash] = this.index[path];
    return [typeof at === "number" ? this.bytes.subarray(this.begin + at, this.begin + at + size) : this.#joined(at, size), type, hash];
  }

  /** A document that has something in common with others: what stands at [offset, bytes, offset, bytes, …]. */
  #joined(places, size) {
    const body = new Uint8Array(size);
    for (let i = 0, to = 0; i < places.length; to += places[i + 1], i += 2) {
      const at = this.begin + places[i];
      body.set(this.bytes.subarray(at, at + places[i + 1]), to);
    }
    this.weight += size;
    return body;
  }
}

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

  /** A pack by its name, if it is here. */
  peek(name) {
    const pack = this.#kept.get(name);
    if (pack) {
      this.#kept.delete(name); // to the end: what is asked for often stays
      this.#kept.set(name, pack);
    }
    return pack;
  }

  /** The bytes of a pack by its name, for Go; undefined where it is not here. */
  file(name) {
    return this.#kept.get(name)?.bytes;
  }

  /** Fetches a pack, or a file of the search index. Answers undefined where it cannot be had. */
  async load(assets, name) {
    const kept = this.peek(name);
    if (kept) return kept;
    let pack;
    try {
      const response = await assets.fetch("https://assets.local/" + name);
      if (!response.ok) throw new Error(`answered with ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      pack = name.startsWith("_packs/") ? new Pack(bytes) : { bytes, weight: bytes.byteLength }; // throws at a pack that is cut short
    } catch (error) {
      console.error("pack:", name, error);
      return undefined;
    }
    if (!this.#kept.has(name)) this.#kept.set(name, pack);
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
