// Texts as bytes for the engine.

/** pack lays out texts as wasm/browser reads them: each field after its length. */
export function pack(texts) {
  const encoder = new TextEncoder();
  const fields = texts.flatMap((t) => [t.id, t.outlet, t.url, t.published, t.headline, t.text].map((s) => encoder.encode(s ?? '')));
  const bytes = new Uint8Array(fields.reduce((n, f) => n + 4 + f.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const f of fields) {
    view.setUint32(at, f.length, true);
    bytes.set(f, at + 4);
    at += 4 + f.length;
  }
  return bytes;
}
