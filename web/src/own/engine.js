// The engine as the page sees it: loaded when it is first needed, run in a thread of its own, ended by cancelling.

/** A Fault is why a comparison did not come about: key names its words, args fill them; text and field say where. */
export class Fault extends Error {
  constructor(key, args = [], where = {}) {
    super(key + ' ' + args.join(' '));
    Object.assign(this, { key, args }, where);
  }
}

// The page requires Trusted Types. Scripts may come from our own parts only; markup goes to DOMParser, which runs nothing.
export const trust = globalThis.trustedTypes?.createPolicy('readout', {
  createHTML: (html) => html,
  createScriptURL: (url) => {
    if (!/^\/own\/parts\/[\w-]+\.js$/.test(url)) throw TypeError(url + ' is no part of this page');
    return url;
  },
}) ?? { createHTML: (s) => s, createScriptURL: (s) => s };

const get = async (path) => {
  const r = await fetch(path, { credentials: 'omit' });
  if (!r.ok) throw Error(r.status + ' ' + path);
  return r;
};

let listed;
/** part is the address and size of a part of this page that is loaded on demand. */
export async function part(name) {
  listed ??= await (await get('/own/parts.json')).json();
  return listed[name];
}

/** compile compiles the engine while it arrives. Sizes are those before a transfer's encoding, which a stream counts too. */
async function compile({ path, bytes }, progress) {
  const r = await get(path);
  let got = 0;
  const counted = r.body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      got += chunk.length;
      progress(got, bytes);
      out.enqueue(chunk);
    },
  }));
  return WebAssembly.compileStreaming(new Response(counted, { headers: { 'content-type': 'application/wasm' } }));
}

let loading; // a promise of {module, registry, thread}: what starting a thread takes; undefined before the first and after one that failed
let tell; // who is told how much of the engine has come: a comparison that is cancelled leaves the rest to the next

function load(progress) {
  tell = progress;
  return (loading ??= begin().catch((e) => {
    loading = undefined;
    throw e;
  }));
}

async function begin() {
  const [engine, thread] = [await part('engine'), await part('thread')];
  const [module, registry] = await Promise.all([compile(engine, (got, of) => tell(got, of)), get('/own/registry.bin').then((r) => r.arrayBuffer())]);
  return { module, registry: new Uint8Array(registry), thread: trust.createScriptURL(thread.path) };
}

let thread; // kept for the next comparison; undefined until the first and after one that was cancelled or died

/**
 * compare gives the document as bytes of JSON. progress is told of {got, of} bytes of the engine, {starting}, and {step, of} texts read.
 * An aborted signal ends the thread, however busy it is.
 */
export async function compare(texts, progress, signal) {
  signal.throwIfAborted();
  const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const loaded = load((got, of) => signal.aborted || progress({ got, of })).catch((e) => { throw new Fault('e-engine', [e.message]); });
  const own = await Promise.race([loaded, aborted]);
  progress({ starting: true });
  return new Promise((resolve, reject) => {
    const end = (settle, value) => {
      signal.removeEventListener('abort', stop);
      settle(value);
    };
    const drop = (why) => {
      thread?.terminate();
      thread = undefined;
      end(reject, why);
    };
    const stop = () => drop(signal.reason);
    signal.addEventListener('abort', stop);
    const fresh = !thread;
    thread ??= new Worker(own.thread, { type: 'module' });
    thread.onerror = (e) => drop(new Fault('e-died', [e.message || 'error']));
    thread.onmessage = ({ data }) => {
      if (data.ready) thread.postMessage({ texts });
      else if (data.document) end(resolve, data.document);
      else if (data.error) end(reject, new Fault('e-text', [data.error.problem], data.error));
      else if (data.died) drop(new Fault('e-died', [data.died]));
      else progress(data);
    };
    thread.postMessage(fresh ? { module: own.module, registry: own.registry } : { texts });
  });
}
