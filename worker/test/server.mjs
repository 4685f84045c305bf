// Starts the Worker in real workerd for tests. Nothing here waits by sleeping: workerd reports on a control pipe when it
// listens.
//
//   const worker = await startWorker();           // the tree's data/dist
//   const worker = await startWorker({ dist });   // another folder with a manifest.json
//   worker.url          "http://127.0.0.1:PORT"
//   worker.urls.go      the same program with the table switched off: every answer comes from Go
//   worker.urls.workers the same, through handleRequest of github.com/syumai/workers
//   worker.log()        what workerd and the Worker wrote so far
//   await worker.kill("exit")   ends the Go instance within a request, as faults.go does it; answers with that response
//   await worker.stop()

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(path.join(root, "package.json"));

/** The compatibility date that is deployed; one place, wrangler.toml, says it. */
export async function compatibilityDate() {
  const { readFile } = await import("node:fs/promises");
  return /^compatibility_date = "([^"]+)"/m.exec(await readFile(path.join(root, "wrangler.toml"), "utf8"))[1];
}

/** The path of workerd's program. */
export function workerd() {
  return process.env.WORKERD ?? require("workerd").default;
}

/** Builds the Worker into a folder of its own and returns that folder. */
export async function buildWorker({ dist, tags = "faults", out }) {
  const args = ["run", "./worker/build", "-out", out, "-tags", tags];
  if (dist) args.push("-dist", path.resolve(dist));
  await promisify(execFile)("go", args, { cwd: root, maxBuffer: 1 << 24 });
  return out;
}

/** The modules that the build makes, the entry first. */
export const ours = ["worker.mjs", "packs.mjs", "wasm_exec.js", "build.mjs", "documents.json", "documents.bin", "worker.wasm"];

/** What workerd takes a module for, by its name; the same as the rules in wrangler.toml. */
const kinds = { ".mjs": "esModule", ".js": "esModule", ".json": "text", ".bin": "data", ".wasm": "wasm" };

/** A configuration of workerd with one service and socket per entry of bindings, and with the folder's assets. */
export function configuration(folder, date, bindings, modules = ours) {
  const assets = existsSync(path.join(folder, "assets"));
  const list = modules.map((m) => `(name = ${JSON.stringify(m)}, ${kinds[path.extname(m)]} = embed ${JSON.stringify(m)})`).join(",\n      ");
  const services = Object.entries(bindings).map(([name, values]) => {
    const entries = Object.entries(values).map(([k, v]) => `(name = ${JSON.stringify(k)}, text = ${JSON.stringify(v)})`);
    if (assets) entries.push('(name = "ASSETS", service = "assets")');
    return `(name = "${name}", worker = (modules = .modules, compatibilityDate = "${date}", bindings = [${entries.join(", ")}]))`;
  });
  if (assets) services.push(`(name = "assets", disk = (path = ${JSON.stringify(path.join(folder, "assets"))}, writable = false))`);
  const sockets = Object.keys(bindings).map((name) => `(name = "${name}", address = "127.0.0.1:0", http = (), service = "${name}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [${services.join(",\n    ")}],
  sockets = [${sockets.join(",\n    ")}],
);
const modules :List(Workerd.Worker.Module) = [
      ${list}
];
`;
}

/** Runs workerd on a configuration in folder; resolves when every socket listens. */
export async function serve(folder, config, sockets) {
  await writeFile(path.join(folder, "test.capnp"), config);
  const child = spawn(workerd(), ["serve", "test.capnp", "--control-fd=3"], { cwd: folder, stdio: ["ignore", "pipe", "pipe", "pipe"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (log += text));
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const urls = {};
  await new Promise((resolve, reject) => {
    exited.then((code) => reject(new Error(`workerd ended with ${code}:\n${log}`)));
    child.once("error", reject);
    let control = "";
    child.stdio[3].setEncoding("utf8").on("data", (text) => {
      control += text;
      for (let end; (end = control.indexOf("\n")) >= 0; control = control.slice(end + 1)) {
        const message = JSON.parse(control.slice(0, end));
        if (message.event !== "listen") continue;
        urls[message.socket] = `http://127.0.0.1:${message.port}`;
        if (sockets.every((name) => urls[name])) resolve();
      }
    });
  });
  return {
    urls,
    pid: child.pid,
    log: () => log,
    async stop() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

export async function startWorker({ dist, tags, folder } = {}) {
  const out = folder ?? (await mkdtemp(path.join(tmpdir(), "readout-worker-")));
  if (!folder) await buildWorker({ dist, tags, out });
  const bindings = { main: {}, go: { READOUT_TABLE: "off" }, workers: { READOUT_TABLE: "off", READOUT_VIA: "workers" } };
  const server = await serve(out, configuration(out, await compatibilityDate(), bindings), Object.keys(bindings));
  return {
    ...server,
    folder: out,
    url: server.urls.main,
    kill: (how = "exit", url = server.urls.main) => fetch(`${url}/fault/${how}`),
    async stop() {
      await server.stop();
      if (!folder) await rm(out, { recursive: true, force: true });
    },
  };
}
