// Measures what a reader waits for, and writes web/bench.md:
//
//   make bench                  or: node web/bench/run.mjs [--quick]
//
// Real parts: the compiler, the Worker in workerd, Chromium, Lighthouse. Between Worker and browser stands a proxy that compresses
// as Cloudflare's edge does and counts the bytes. --quick runs everything once and writes nothing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { budget } from '../../tools/size.mjs';
import { startWorker } from '../../worker/test/server.mjs';
import { browser, compile, module, ready } from '../test/site.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const quick = process.argv.includes('--quick');
const hague = '2014-03-park-abe-obama-the-hague-netherlands';

if (!existsSync(join(here, 'node_modules', 'lighthouse'))) {
  console.error('web/bench: installing what its package-lock.json pins');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: here, stdio: 'inherit' });
}
const { default: lighthouse } = await import('lighthouse');
const { default: Ajv } = await import('ajv/dist/2020.js');

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** edge serves the Worker on a port that is known before there is one: pages name their own address. */
async function edge() {
  let to;
  const compressed = new Map();
  const counted = [];
  const server = createServer((asked, answer) => {
    const url = new URL(to + asked.url);
    request(url, { method: asked.method, headers: { ...asked.headers, 'accept-encoding': 'identity' } }, (r) => {
      const parts = [];
      r.on('data', (p) => parts.push(p));
      r.on('end', () => {
        let body = Buffer.concat(parts);
        const headers = { ...r.headers };
        if (/text|json|javascript|xml|svg/.test(headers['content-type'] ?? '') && body.length > 0) {
          const key = asked.url + headers.etag;
          if (!compressed.has(key)) compressed.set(key, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
          body = compressed.get(key);
          Object.assign(headers, { 'content-encoding': 'br', 'content-length': body.length, vary: 'accept-encoding' });
        }
        counted.push({ path: url.pathname.replace(/^\/h\/[0-9a-f]+/, ''), bytes: body.length });
        answer.writeHead(r.statusCode, headers).end(body);
      });
    }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${server.address().port}`, counted, serve: (worker) => { to = worker; }, close: () => { server.closeAllConnections(); server.close(); } };
}

/** forty is the sample of eight outlets with 40 points: those it has, and more that cite the same passages. */
function forty() {
  const doc = JSON.parse(readFileSync(join(module, 'web', 'examples', 'eight.json'), 'utf8'));
  const { points } = doc.meeting;
  const had = points.length;
  for (let i = 0; points.length < 40; i++) points.push({ ...structuredClone(points[i % had]), id: `more-${i}`, label: `${points[i % had].label} (again, ${i + 1})` });
  return doc;
}

/** valid holds the parts of a document to the published schema. */
function valid(doc, schema) {
  const ajv = new Ajv({ strict: false });
  ajv.addSchema(schema, 'readout');
  for (const [name, parts] of [['Meeting', [doc.meeting]], ['Article', doc.articles], ['Outlet', doc.outlets]]) {
    const check = ajv.getSchema(`readout#/$defs/${name}`);
    for (const part of parts) assert.ok(check(part), `${name}: ${ajv.errorsText(check.errors)}`);
  }
}

/** rendering is the time in ms that Chromium's main thread works, at a quarter of its speed, from an element's start to its picture. */
async function rendering(chrome, url, attributes, doc) {
  const times = [];
  for (let run = 0; run < (quick ? 3 : 15); run++) {
    const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    if (doc) await page.route('**/examples/forty.json', (r) => r.fulfill({ contentType: 'application/json', body: doc }));
    await page.route('**/host', (r) => r.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title><body style="margin:0"><div id=here></div><script type=module src=/widget.js></script>' }));
    await page.goto(url + '/host');
    await page.waitForFunction(() => customElements.get('readout-compare'));
    const add = (attributes) => page.evaluate((attributes) => new Promise((done, fail) => {
      const e = document.createElement('readout-compare');
      for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
      e.addEventListener('readout-ready', () => requestAnimationFrame(() => setTimeout(done)));
      e.addEventListener('readout-error', (x) => fail(new Error(x.detail.reason)));
      document.querySelector('#here').replaceChildren(e);
    }), attributes);
    await add({ ...attributes, view: attributes.view ?? '', ...(doc ? { src: '/examples/korean.json' } : {}) }); // scripts are loaded: they come once, not with each comparison
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' }); // the thread's own time, whatever else the machine does
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    const busy = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
    const before = await busy();
    await add(attributes);
    const after = await busy();
    times.push({ all: (after.TaskDuration - before.TaskDuration) * 1000, script: (after.ScriptDuration - before.ScriptDuration) * 1000, layout: (after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration) * 1000 });
    await context.close();
  }
  const of = (what) => median(times.map((t) => t[what]));
  return { all: of('all'), script: of('script'), layout: of('layout') };
}

/** shift is the cumulative layout shift of a page until its widget is ready and has rested, and the widget's height. */
async function shift(chrome, address, html) {
  const page = await chrome.newPage({ viewport: { width: 800, height: 900 } });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  if (html) await page.route(address, (r) => r.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(address);
  await ready(page);
  await page.evaluate(() => new Promise((rested) => setTimeout(rested, 200)));
  const found = await page.evaluate(() => [window.shift, Math.ceil(document.querySelector('readout-compare').getBoundingClientRect().height)]);
  await page.close();
  return found;
}

const front = await edge();
const site = compile('-site', front.url);
const worker = await startWorker({ dist: site.dir });
front.serve(worker.url);
const port = 20000 + process.pid % 20000;
const chrome = await browser({}, [`--remote-debugging-port=${port}`]);
try {
  // Requests and bytes of a comparison in an article.
  const article = await chrome.newPage();
  front.counted.length = 0;
  await article.goto(front.url + '/examples/article');
  await ready(article);
  const own = front.counted.filter((c) => !/examples|favicon/.test(c.path));
  await article.close();

  const embed = (room) => `<!doctype html><html lang=en><title>Host</title><style>readout-compare{display:flow-root;min-height:${room}px}</style><body><readout-compare meeting="${hague}"><blockquote>Fallback</blockquote></readout-compare><p>After.</p><script type=module src="${front.url}/widget.js"></script>`;
  const [, room] = await shift(chrome, front.url + '/host', embed(0)); // as the builder of snippets measures it
  const cls = { article: (await shift(chrome, front.url + '/host', embed(room)))[0], page: (await shift(chrome, front.url + '/examples/eight-page'))[0] };

  const doc = forty();
  valid(doc, JSON.parse(readFileSync(join(site.dir, 'v1', 'schema.json'), 'utf8')));
  const text = JSON.stringify(doc);
  const full = await rendering(chrome, front.url, { src: '/examples/forty.json', view: 'full' }, text);
  const brief = await rendering(chrome, front.url, { src: '/examples/forty.json' }, text);
  const usual = await rendering(chrome, front.url, { meeting: hague });

  const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
  const scores = [];
  for (const path of ['/meetings/' + hague, '/examples/eight-page', '/embed?page=/meetings/' + hague, '/']) {
    const runs = [];
    for (let i = 0; i < (quick ? 1 : 3); i++) {
      const { lhr } = await lighthouse(front.url + path, { port, logLevel: 'error', onlyCategories: categories });
      runs.push(lhr);
    }
    const failed = new Set(runs.flatMap((lhr) => Object.values(lhr.categories).flatMap((c) => c.auditRefs.filter((r) => r.weight > 0 && lhr.audits[r.id].score !== null && lhr.audits[r.id].score < 0.9).map((r) => r.id))));
    scores.push([path, ...categories.map((c) => median(runs.map((lhr) => Math.round(lhr.categories[c].score * 100)))), median(runs.map((lhr) => lhr.audits['total-blocking-time'].numericValue)), [...failed]]);
  }

  const sizes = budget(site.dir);
  const kB = (n) => (n / 1000).toFixed(1);
  const ms = (n) => n.toFixed(0);
  const report = `# What a reader waits for

Written by \`make bench\` (${cpus().length} × ${cpus()[0].model.trim()}; ${execFileSync(process.env.CHROMIUM ?? '/usr/bin/chromium', ['--version']).toString().trim()}). The Worker runs in workerd behind a proxy that compresses with brotli, as
Cloudflare's edge does. Whatever else the machine did is in the times.

| what | bytes, gzip | target |
| --- | --- | --- |
${sizes.map(({ what, gzip, target }) => `| ${what} | ${gzip.toLocaleString('en')} | ${target.toLocaleString('en')} |`).join('\n')}

What others need for less, as their packages were measured for the design (gzip): Sidechain's loader 1.4 kB, diff2html 22.7 kB, CodeMirror's merge view 84 kB; ours, styles included, ${kB(sizes[1].gzip)} kB in an article and
${kB(sizes[1].gzip + sizes[2].gzip + sizes[3].gzip)} kB with every control.

| one meeting in an article (The Hague, two accounts) | | target |
| --- | --- | --- |
| requests after the script | ${own.length - 1}: ${own.filter((c) => c.path !== '/widget.js').map((c) => `\`${c.path}\` ${kB(c.bytes)} kB`).join(', ')} | 2 |
| bytes, brotli, script included | ${own.reduce((n, c) => n + c.bytes, 0).toLocaleString('en')} | 15,000 |
| cumulative layout shift, room kept by the host | ${cls.article} | 0 |
| cumulative layout shift of our own page of eight outlets | ${cls.page} | 0 |

Main thread of Chromium at a quarter of its speed, from the element's start to the frame that shows it, scripts loaded before, median of ${quick ? 3 : 15}:

| comparison | ms in all | of it script | of it style and layout | target |
| --- | --- | --- | --- | --- |
| eight outlets × 40 points, full view with controls | ${ms(full.all)} | ${ms(full.script)} | ${ms(full.layout)} | 50 |
| the same in brief, drawn in the browser | ${ms(brief.all)} | ${ms(brief.script)} | ${ms(brief.layout)} | 50 |
| two outlets in an article, as the server drew it | ${ms(usual.all)} | ${ms(usual.script)} | ${ms(usual.layout)} | 50 |

The 40 points are the 23 of \`web/examples/eight.json\` and 17 more that cite the same passages; the document is held to the published schema.

| Lighthouse ${JSON.parse(readFileSync(join(here, 'node_modules', 'lighthouse', 'package.json'))).version}, mobile, median of ${quick ? 1 : 3} | performance | accessibility | best practices | SEO | blocked, ms | audits below 90 |
| --- | --- | --- | --- | --- | --- | --- |
${scores.map(([path, a, b, c, d, blocked, failed]) => `| \`${path}\` | ${a} | ${b} | ${c} | ${d} | ${ms(blocked)} | ${failed.join(', ') || 'none'} |`).join('\n')}

Target: 100 each for a meeting's page.
`;
  process.stdout.write(report);
  if (!quick) writeFileSync(join(module, 'web', 'bench.md'), report);
} finally {
  await chrome.close();
  await worker.stop();
  front.close();
  site.remove();
}
