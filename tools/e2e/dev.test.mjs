// The whole path, as somebody who runs `make dev` goes it: a seed is changed, and the browser shows it without a
// restart; a seed is broken, and the last good version stays; the port is taken, and there is a way out; Ctrl-C leaves
// nothing behind. It works on a copy of the seeds and in folders of its own.
import { test, before, after } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const patience = 180_000; // ms; a build from an empty cache on a busy machine is the slowest step
let folder, seeds, dist, program, port, dev, browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "readout-e2e-"));
  seeds = join(folder, "seeds");
  dist = join(folder, "dist");
  program = join(folder, "dev");
  cpSync("seeds", seeds, { recursive: true });
  copyFileSync("wrangler.toml", join(folder, "wrangler.toml"));
  execFileSync("go", ["build", "-o", program, "./tools/dev"]);
  port = await freePort();
  dev = start(port);
  await dev.says(/one JSON document/);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});

after(async () => {
  await browser?.close();
  if (dev && dev.child.exitCode === null) await dev.end();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test("the printed addresses answer", async () => {
  const addresses = dev.output().match(/http:\/\/localhost:\S+/g);
  assert.equal(addresses.length, 3, dev.output());
  for (const address of addresses) {
    const answer = await steady(address);
    assert.equal(answer.status, 200, address);
  }
  const json = await steady(addresses[2]);
  assert.match(json.headers.get("content-type"), /json/);
});

test("a changed seed shows up in the browser, without a restart", { timeout: patience }, async () => {
  const { meeting, file, at } = await shownPassage();
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/meetings/${meeting}`);
  assert.equal(await page.getByText("vermilion").count(), 0, "the word is there before it was written");

  const text = [...readFileSync(join(seeds, file), "utf8")];
  text.splice(at, 0, ..."vermilion ");
  const said = dev.mark();
  writeFileSync(join(seeds, file), text.join(""));
  await dev.says(/reload the page/, said);
  await shows(page, "vermilion");
  await page.close();
});

test("a broken seed is told, and the last good version stays in service", { timeout: patience }, async () => {
  const broken = join(seeds, "broken.yaml");
  const url = `http://localhost:${port}/v1/dataset.json`;
  const good = await (await steady(url)).text();
  let said = dev.mark();
  writeFileSync(join(seeds, "broken.txt"), "A short text on nothing. It has two sentences.\n");
  writeFileSync(broken, "publishd: 2020-01-01\n");
  await dev.says(/the last good version stays/, said);
  const told = dev.output().slice(said);
  assert.match(told, /broken\.yaml/, "the message names the file");
  assert.match(told, /publishd/, "the message names the key");
  assert.equal(await (await steady(url)).text(), good);

  said = dev.mark();
  rmSync(broken);
  rmSync(join(seeds, "broken.txt"));
  await dev.says(/reload the page/, said);
  assert.equal(await (await steady(url)).text(), good, "the same seeds give the same bytes");
});

test("a taken port gives a clear message and the way out", () => {
  const second = spawnSync(program, ["-port", String(port)], { encoding: "utf8", timeout: 30_000 });
  assert.notEqual(second.status, 0);
  assert.match(second.stderr, new RegExp(`port ${port}`));
  assert.match(second.stderr, /make dev PORT=\d+/);
});

test("Ctrl-C ends it and leaves no server behind", { timeout: 30_000 }, async () => {
  assert.equal(await dev.end("SIGINT"), 0);
  await assert.rejects(fetch(`http://localhost:${port}/`));
});

// start runs the program and lets a test wait for what it says.
function start(port) {
  const child = spawn(program, ["-port", String(port), "-seeds", seeds, "-dist", dist,
    "-out", join(folder, "build"), "-config", join(folder, "wrangler.toml")]);
  let output = "";
  let heard = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", chunk => {
      output += chunk;
      heard();
    });
  }
  child.on("exit", () => heard());
  const says = (pattern, from = 0) => new Promise((resolve, reject) => {
    const stop = setTimeout(() => reject(new Error(`not said within ${patience} ms: ${pattern}\n${output}`)), patience);
    heard = () => {
      const found = pattern.test(output.slice(from));
      if (!found && child.exitCode === null) return;
      clearTimeout(stop);
      found ? resolve() : reject(new Error(`ended before it said ${pattern}\n${output}`));
    };
    heard();
  });
  const end = (signal = "SIGTERM") => new Promise(resolve => {
    child.on("exit", resolve);
    child.kill(signal);
  });
  return { child, says, end, output: () => output, mark: () => output.length };
}

// shownPassage finds a place for a new word that no name, date or number stands at: between "the" and a word in small
// letters, in a passage that a meeting's page shows. Offsets count code points.
async function shownPassage() {
  const { articles, meetings } = await (await steady(`http://localhost:${port}/v1/dataset.json`)).json();
  for (const meeting of meetings) {
    for (const reading of meeting.points.flatMap(point => point.readings)) {
      const article = articles.find(a => a.id === reading.article);
      for (const passage of article.passages) {
        const found = passage.kind === "body" && reading.passages.includes(passage.id) && passage.text?.match(/ the (?=[a-z]{4,} )/);
        if (!found) continue;
        const before = passage.text.slice(0, found.index + found[0].length);
        return { meeting: meeting.id, file: article.file, at: passage.start + [...before].length };
      }
    }
  }
  assert.fail('no meeting shows a passage with "the" in it');
}

// steady fetches until there is an answer: while wrangler loads what was built it refuses or drops connections.
async function steady(url) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      const answer = await fetch(url);
      await answer.clone().arrayBuffer(); // whole, not only begun
      return answer;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

// shows reloads until the text is there: wrangler takes a moment to load what was built.
async function shows(page, text) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    // While wrangler loads what was built it may refuse a connection.
    await page.reload().catch((error) => { if (Date.now() > deadline) throw error; });
    if (await page.getByText(text).count() > 0) return;
    if (Date.now() > deadline) assert.fail(`the page does not show ${text}`);
  }
}

function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
