// What the browser tests share: the site compiled from the seeds into a temporary folder, servers for it, and Chromium.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startWorker } from '../../worker/test/server.mjs';

export const module = fileURLToPath(new URL('../..', import.meta.url));

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' };

// What our own pages are served with, and what a strict host may have.
const own = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** compile writes the site of the seeds to a temporary folder; more are further arguments of the compiler. */
export function compile(...more) {
  const dir = mkdtempSync(join(tmpdir(), 'readout-web-'));
  execFileSync('go', ['run', './data/compile', '-seeds', 'seeds', '-out', dir, ...more], { cwd: module, stdio: 'pipe' }); // its messages are part of the error when it fails
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** listen serves answer(path) → {status, type, body, headers} on a free port of localhost. */
export async function listen(answer) {
  const server = createServer((req, res) => {
    const r = answer(decodeURIComponent(new URL(req.url, 'http://localhost').pathname)) ?? { status: 404, type: 'text/plain', body: 'not found' };
    res.writeHead(r.status ?? 200, { 'content-type': r.type ?? types['.html'], 'access-control-allow-origin': '*', ...r.headers });
    res.end(r.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } };
}

/** files answers from a folder as the Worker does: pages without their ending, hashed addresses. */
export const files = (dir) => (path) => {
  path = path.replace(/^\/h\/[0-9a-f]{16}(?=\/)/, '');
  const plain = join(dir, normalize(path === '/' ? '/index.html' : path));
  const file = [plain, plain + '.html'].find((f) => existsSync(f) && extname(f));
  if (!file) return null;
  const type = types[extname(file)] ?? 'text/plain';
  return { type, body: readFileSync(file), headers: type === types['.html'] ? { 'content-security-policy': own } : {} };
};

/** browser starts Debian's Chromium, or the one that CHROMIUM names; hosts maps names to "127.0.0.1:port", more are further flags. */
export function browser(hosts = {}, more = []) {
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((p) => existsSync(p));
  if (!executablePath) throw new Error('no Chromium found: install it (apt-get install chromium) or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more,
    '--host-resolver-rules=' + Object.entries(hosts).map(([name, to]) => `MAP ${name} ${to}`).join(',')] });
}

/** standing starts the site of the seeds in workerd, and a browser: {site, url, chrome, end}. */
export async function standing() {
  const site = compile();
  let worker, chrome;
  const end = async () => {
    await chrome?.close();
    await worker?.stop();
    site.remove();
  };
  try {
    worker = await startWorker({ dist: site.dir });
    chrome = await browser();
  } catch (e) {
    await end();
    throw e;
  }
  return { site, url: worker.url.replace('127.0.0.1', 'localhost'), chrome, end };
}

/** eventually asks again until it is so, for what has no event to wait for: heights across frames of two origins settle in several steps. */
export async function eventually(so) {
  const end = Date.now() + 8000;
  while (!(await so())) {
    assert.ok(Date.now() < end, 'it did not become so: ' + so);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** ready waits until the n-th <readout-compare> of a page has drawn its comparison whole, or has brought to life the one that the server drew. */
export const ready = (page, n = 0) => page.waitForFunction((n) => {
  const e = document.querySelectorAll('readout-compare')[n];
  const ro = e?.shadowRoot?.querySelector('.ro') ?? e?.querySelector('.ro[data-live]');
  return ro && !ro.querySelector('.later');
}, n, { timeout: 10_000 });

/** read is the text of a comparison, as the server drew it or as the last widget of the page did, white space in one piece. */
export const read = (page, from) => page.evaluate((from) => {
  const all = [...document.querySelectorAll('readout-compare')];
  const ro = (from === 'server' ? all[0] : all.at(-1).shadowRoot).querySelector('.ro');
  const copy = ro.cloneNode(true);
  for (const n of copy.querySelectorAll('.pairs, .copy')) n.remove(); // links for readers without scripts, buttons for those with
  return copy.textContent.replace(/\s+/g, ' ').trim();
}, from);
