// The whole site as it is deployed, by wrangler: the Worker, and beside it the static assets with their headers.

import { execFile, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { module } from './site.mjs';

const free = () => new Promise((resolve) => {
  const s = createServer().listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => resolve(port)); });
});

/** deployed builds everything into a temporary folder and serves it: {url, dir, dist, stop}. */
export async function deployed() {
  const dir = mkdtempSync(join(tmpdir(), 'readout-site-'));
  const dist = join(dir, 'dist');
  const go = (...args) => promisify(execFile)('go', ['run', ...args], { cwd: module, maxBuffer: 1 << 24 });
  await go('./data/compile', '-seeds', 'seeds', '-out', dist);
  await go('./worker/build', '-dist', dist, '-out', join(dir, 'build'));
  await go('./web/build', '-out', join(dir, 'build'));
  copyFileSync(join(module, 'wrangler.toml'), join(dir, 'wrangler.toml'));
  const port = await free();
  const child = spawn(join(module, 'node_modules/.bin/wrangler'), ['dev', '--config', join(dir, 'wrangler.toml'), '--port', String(port),
    '--inspector-port', String(await free()), '--show-interactive-dev-session=false', '--log-level=warn'],
  { cwd: module, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PATH: join(module, 'node_modules/.bin') + ':' + process.env.PATH, WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => { said += text; });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    try { process.kill(-child.pid, 'SIGKILL'); } catch { /* it has ended by itself */ }
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  for (const deadline = Date.now() + 90_000; ;) { // wrangler gives no sign when it listens
    if (child.exitCode != null || Date.now() > deadline) {
      await stop();
      throw new Error('wrangler does not serve:\n' + said);
    }
    const up = await fetch(url + '/compare', { signal: AbortSignal.timeout(5000) }).then((r) => r.ok, () => false);
    if (up) return { url, dir, dist, stop };
  }
}
