// The thread that compares. It is the only place that sees the texts as a whole, and its policy allows it no connection at all:
// the page hands it the compiled engine and takes the document. web/build puts Go's own glue (the class Go) before this.
//
// It is sent {module, registry} once, then {texts} for each comparison; it answers {ready}, {step, of} while it works,
// {document} (bytes of JSON), {error: {witness, field, problem}} for texts that cannot be compared, or {died} with a reason.

import { pack } from './pack.js';

let engine;

const boot = async ({ module, registry }) => {
  const go = new Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  go.run(instance);
  engine = instance.exports;
  give(registry);
  if (engine.readout_registry(registry.length) < 0) throw Error(answer().problem);
  postMessage({ ready: true });
};

/** give writes bytes where the engine reads its input. */
function give(bytes) {
  const at = engine.readout_reserve(bytes.length);
  if (!at) throw Error('no room for ' + bytes.length + ' bytes');
  new Uint8Array(engine.mem.buffer, at, bytes.length).set(bytes);
}

/** take copies what the engine made last. */
function take() {
  const [at, length] = new Uint32Array(engine.mem.buffer, engine.readout_result(), 2);
  return new Uint8Array(engine.mem.buffer, at, length).slice();
}

const answer = () => JSON.parse(new TextDecoder().decode(take()));

function compare(texts) {
  const bytes = pack(texts);
  give(bytes);
  const of = texts.length + 1; // the last step is the comparison
  let left = engine.readout_begin(bytes.length);
  for (; left > 0; left = engine.readout_understand()) postMessage({ step: of - 1 - left, of });
  if (left === 0) {
    postMessage({ step: of - 1, of });
    left = engine.readout_document();
  }
  if (left < 0) return postMessage({ error: answer() });
  const made = take();
  postMessage({ document: made }, [made.buffer]);
}

onmessage = async ({ data }) => {
  try {
    data.module ? await boot(data) : compare(data.texts);
  } catch (e) {
    postMessage({ died: String(e) });
  }
};
