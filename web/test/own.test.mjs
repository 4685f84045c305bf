// "Compare your own", on the site as it is deployed: by wrangler, with the policies and headers that a reader gets.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { pack } from '../src/own/pack.js';
import { eight, korean, strangers } from './owntexts.mjs';
import { browser, module } from './site.mjs';
import { deployed } from './wrangler.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.SHOTS ?? join(module, 'shots');
let site, chrome, temp;

before(async () => {
  site = await deployed();
  chrome = await browser();
  temp = mkdtempSync(join(tmpdir(), 'readout-own-'));
  mkdirSync(shots, { recursive: true });
});
after(async () => {
  await chrome?.close();
  await site?.stop();
  if (temp) rmSync(temp, { recursive: true, force: true });
});

/** open the page; page.said gathers its complaints, page.asked every request of the whole context, threads included. */
async function open(path = '/compare', options = {}) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.said = [];
  page.asked = [];
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && page.said.push(m.text()));
  page.on('pageerror', (e) => page.said.push(e.message));
  context.on('request', (r) => page.asked.push(r));
  page.on('websocket', (w) => page.said.push('a web socket to ' + w.url()));
  await page.goto(site.url + path);
  if (options.javaScriptEnabled !== false) await page.waitForSelector('.card');
  return page;
}
const close = (page) => page.context().close();

/** write puts texts into the boxes, from the first. */
async function write(page, texts) {
  for (let n = await page.locator('.card').count(); n < texts.length; n++) await page.getByRole('button', { name: 'Add a text' }).click();
  for (const [i, t] of texts.entries()) {
    const card = page.locator('.card').nth(i);
    for (const name of ['outlet', 'published', 'headline', 'text']) await card.locator(`[name=${name}]`).fill(t[name] ?? '');
  }
}

const settled = (page) => page.waitForFunction(() => document.querySelector('#own').ariaBusy !== 'true' && !document.querySelector('#own').hasAttribute('aria-busy')
  && (!document.querySelector('#result').hidden || [...document.querySelectorAll('.fault')].some((f) => f.textContent)), null, { timeout: 120_000 });

async function compare(page) {
  await page.locator('button.main').click();
  await settled(page);
}

/** saved is a download: its name and bytes. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** native is what the same program says outside of a browser. */
function native(texts) {
  return new Promise((resolve, reject) => {
    const child = execFile('go', ['run', './wasm/browser', '-registry', join(site.dist, 'own', 'registry.bin')], { cwd: module, encoding: 'buffer', maxBuffer: 1 << 28 },
      (error, out) => (error ? reject(error) : resolve(out)));
    child.stdin.end(pack(texts));
  });
}

const witnesses = (texts) => texts.map((t, i) => ({ id: 'text-' + 'abcdefgh'[i], url: '', headline: '', ...t }));
const file = (name, data, type = '') => ({ name, mimeType: type, buffer: Buffer.from(data) });
const give = async (page, ...files) => {
  await page.locator('input[type=file]').setInputFiles(files);
  await page.waitForFunction(() => !document.querySelector('input[type=file]').value);
};
const values = (page, i) => page.evaluate((i) => Object.fromEntries(['outlet', 'published', 'headline', 'text'].map((n) => [n, document.querySelectorAll('.card')[i].querySelector(`[name=${n}]`).value])), i);
const fault = (page, i) => page.locator('.card').nth(i).locator('.fault').textContent();

test('nothing of a text leaves the page, and once the engine is there nothing is asked for at all', async () => {
  const page = await open();
  assert.deepEqual(page.asked.filter((r) => /wasm|parts|registry/.test(r.url())), [], 'the engine is not loaded before it is asked for');
  await write(page, eight.slice(0, 2));
  await compare(page);
  for (const r of page.asked) {
    assert.equal(r.method(), 'GET', r.url());
    assert.equal(r.postData(), null, r.url());
    assert.ok(r.url().startsWith(site.url + '/'), r.url());
    assert.doesNotMatch(decodeURIComponent(r.url()), /\?|cod|berg|salo/i);
  }
  assert.equal(page.asked.filter((r) => r.url().endsWith('.wasm')).length, 1);
  const loaded = page.asked.length;
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Change the texts' }).click();
  await write(page, eight.slice(0, 3));
  await compare(page);
  assert.match(await page.locator('#result h1').textContent(), /three accounts/);
  await saved(page, 'Download JSON');
  await saved(page, 'Download as a web page');
  assert.deepEqual(page.asked.slice(loaded).map((r) => r.url()), []);
  assert.deepEqual(page.said, []);
  assert.equal(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length), '00');
  await close(page);
});

test('the thread that reads the texts may not connect to anything', async () => {
  const page = await open();
  await write(page, eight.slice(0, 2));
  await compare(page);
  const thread = page.workers()[0];
  assert.match(thread.url(), /\/own\/parts\/thread-/);
  const tries = await thread.evaluate(async (url) => [
    await fetch(url).then(() => 'sent', () => 'refused'),
    await new Promise((done) => { try { const s = new WebSocket(url.replace('http', 'ws')); s.onopen = () => done('sent'); s.onerror = () => done('refused'); } catch { done('refused'); } }),
  ], site.url + '/v1/version');
  assert.deepEqual(tries, ['refused', 'refused']);
  await close(page);
});

test('the browser and the native engine give the same bytes', { timeout: 300_000 }, async () => {
  const page = await open();
  const seed = (n) => ({ text: readFileSync(join(module, 'seeds', n + '.txt'), 'utf8').replace(/\r\n?/g, '\n') });
  const hague = [{ ...seed('000_8bf1dc5d80ec0063'), outlet: 'Unnamed', published: '2014-02-19?' }, { ...seed('002_18cea04d4a4e456a'), outlet: 'Japan Today (AFP)', published: '2014-05-14?' }];
  for (const [texts, basis] of [[hague, 'meeting'], [eight, 'meeting'], [strangers, 'side-by-side'], [korean, /./]]) {
    await write(page, texts);
    for (let n = await page.locator('.card').count(); n > Math.max(2, texts.length); n--) await page.locator('.gone').last().click();
    await compare(page);
    const { name, bytes } = await saved(page, 'Download JSON');
    assert.equal(name, 'readout.json');
    const wanted = await native(witnesses(texts));
    assert.equal(bytes.toString(), wanted + '\n');
    const doc = JSON.parse(bytes);
    assert.match(doc.basis, new RegExp(basis));
    if (texts === hague) {
      assert.equal(doc.meeting.date.slice(0, 7), '2014-03');
      assert.deepEqual(doc.people.map((p) => p.id).filter((p) => /abe|park|obama/.test(p)).length, 3, 'the registry is known in the browser');
    }
    await page.getByRole('button', { name: 'Change the texts' }).click();
  }
  assert.deepEqual(page.said, []);
  await close(page);
});

test('the page that is downloaded stands alone: with scripts and without, from a file, without a network', async () => {
  const page = await open();
  await write(page, [...eight.slice(0, 2), { outlet: 'Trick </script><b>', text: 'Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.\n\nThey agreed on a cod quota of <b>30</b> percent, </script><script>alert(1)</script> <!-- and were content with it.\n' }]);
  await compare(page);
  const shown = (p, sel) => p.evaluate((sel) => document.querySelector(sel).textContent.replace(/\s+/g, ' ').trim(), sel);
  const here = await shown(page, '#result .ro');
  const { name, bytes } = await saved(page, 'Download as a web page');
  assert.equal(name, 'readout.html');
  assert.match(bytes.toString(), /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
  const at = join(temp, name);
  writeFileSync(at, bytes);
  await close(page);
  for (const javaScriptEnabled of [true, false]) {
    const context = await chrome.newContext({ javaScriptEnabled, offline: true, viewport: { width: 1280, height: 900 } });
    const copy = await context.newPage();
    const [said, asked] = [[], []];
    copy.on('console', (m) => said.push(m.text()));
    copy.on('pageerror', (e) => said.push(e.message));
    copy.on('dialog', () => said.push('a text ran'));
    copy.on('request', (r) => asked.push(r.url()));
    await copy.goto(pathToFileURL(at).href);
    assert.equal(await shown(copy, '.ro'), here);
    assert.deepEqual(asked, [pathToFileURL(at).href]);
    assert.equal(await copy.locator('.bar').isVisible(), javaScriptEnabled, 'controls are there for whom they work');
    if (javaScriptEnabled) {
      await copy.locator('[name=next]').click();
      assert.match(await copy.locator('[role=status]').textContent(), /^1 of/);
      await copy.locator('[name=base]').last().check({ force: true });
      assert.equal(await copy.locator('.point.target').count(), 0, 'rows are drawn anew for another base');
    }
    assert.deepEqual(said, []);
    await context.close();
  }
});

const saidPage = (rest, head = '') => `<!doctype html><html><head>${head}<title>Cod | Oslo Times</title>
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"Organization"},{"@type":"NewsArticle","headline":"Ministers to talk about cod","datePublished":"2019-05-07T10:00:00+02:00","publisher":{"@type":"Organization","name":"Oslo Times"}}]}</script>
<link rel="canonical" href="https://oslotimes.example/cod"></head><body><nav><ul><li><a href="/">Home</a><li><a href="/sea">The sea</a></ul></nav>
<article><h1>Ministers to talk about cod</h1>${rest}</article><aside><h2>Most read</h2><p><a href="/x">A herring</a></p></aside>
<img src="https://tracker.example/pixel.gif"><script>document.title = 'ran'</script><footer>Copyright, cookies, contact</footer></body></html>`;
const body = `<p>OSLO – Norwegian Foreign Minister Anna Berg will meet Finnish Foreign Minister Eero Salo in Helsinki on Thursday, her ministry announced on Tuesday, after months of quiet talks between experts, fishermen and two ministries.</p>
<p>Berg will urge Finland to cut the cod quota by 20 percent, which scientists of both countries, in a report of last March, have called the least that could be done for the stock, and fishermen have called too much.</p>
<p>The two last met in Tromsø in 2017, where they spoke about a ferry line, and about the price of its tickets.</p>`;

test('a saved page gives its main text, headline, date and outlet, and nothing of it runs or is loaded', async () => {
  const page = await open();
  await give(page, file('cod.html', saidPage(body, '<meta charset="utf-8">')));
  await page.waitForFunction(() => document.querySelector('.card [name=text]').value);
  const got = await values(page, 0);
  assert.deepEqual({ ...got, text: '' }, { outlet: 'Oslo Times', published: '2019-05-07', headline: 'Ministers to talk about cod', text: '' });
  assert.match(got.text, /^OSLO – Norwegian[^\n]+\n\nBerg will[^\n]+\n\nThe two last met in Tromsø[^\n]+\n$/);
  assert.match(await page.locator('.card .note').first().textContent(), /^Taken from cod\.html: the main text, headline, outlet, published\. Please check/);
  assert.deepEqual(page.asked.filter((r) => !r.url().startsWith(site.url)), []);
  assert.doesNotMatch(await page.title(), /ran/);
  await write(page, [got, eight[1]]);
  await compare(page);
  assert.equal(await page.locator('#result a[href^="https://oslotimes.example/cod#:~:text="]').count() > 0, true, 'quotations lead to the page they are from');
  assert.deepEqual(page.said, []);
  await close(page);
});

test('the source of a page that is pasted is read as a page', async () => {
  const page = await open();
  await page.locator('.card [name=text]').first().focus();
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData('text/plain', html);
    const box = document.querySelector('.card [name=text]');
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    box.value = html;
  }, saidPage(body));
  await page.waitForFunction(() => document.querySelector('.card [name=outlet]').value === 'Oslo Times');
  assert.match((await values(page, 0)).text, /^OSLO/);
  await close(page);
});

test('encodings: byte order marks, declared charsets, old pages that declare none', async () => {
  const euckr = (() => {
    const table = new Map();
    const decoder = new TextDecoder('euc-kr');
    for (let a = 0xa1; a < 0xff; a++) for (let b = 0xa1; b < 0xff; b++) table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
    return (s) => Buffer.from([...s].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : table.get(c))));
  })();
  const page = await open();
  const text = korean[0].text.trim();
  const asPage = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=euc-kr"><title>t</title></head><body><article>${text.split('\n\n').map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
  for (const [name, data, wanted] of [
    ['le.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), text],
    ['be.txt', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]), text],
    ['bom.txt', '\ufeff' + text, text],
    ['korean.html', euckr(asPage), text],
    ['old.html', Buffer.from(saidPage(body.replace(/Tromsø/, 'Malmö').replace(/–/g, '-')), 'latin1'), 'Malmö'],
    ['dos.md', '---\r\ntitle: x\r\n---\r\n# Ministers to talk\r\n\r\nBerg met Salo.\r\n', 'Ministers to talk\n\nBerg met Salo.\n'],
    ['notes.md', '---\ntitle: x\n---\n# Ministers *to talk*\n\n- **Berg** met [Salo](https://x.example) in `Helsinki`.\n', 'Ministers to talk\n\nBerg met Salo in Helsinki.\n'],
  ]) {
    await page.reload();
    await page.waitForSelector('.card');
    await give(page, file(name, data));
    await page.waitForFunction(() => document.querySelector('.card [name=text]').value);
    const got = (await values(page, 0)).text;
    assert.ok(got.includes(wanted), `${name}: ${got}`);
  }
  assert.deepEqual(page.said, []);
  await close(page);
});

test('what cannot be read or compared is refused, with what to do, and the rest is kept', async () => {
  const page = await open();
  for (const [name, data, words] of [
    ['a.pdf', '%PDF-1.7 …', /^a\.pdf is a PDF, not text\. Copy the article/],
    ['a.docx', 'PK\x03\x04', /an Office or ZIP file/],
    ['a.txt', Buffer.from('caf\xe9 au lait', 'latin1'), /is not in UTF-8 or UTF-16/],
    ['b.txt', 'a\0b', /is not text/],
    ['c.txt', '', /^c\.txt is empty/],
    ['d.html', Buffer.from('<meta charset="klingon"><p>caf\xe9', 'latin1'), /says it is written in “klingon”/],
    ['e.html', '<html><body><img src="x.png"></body></html>', /has no text that could be found/],
    ['f.txt', Buffer.alloc(2_100_000, 'a '), /^f\.txt has 2\.1 MB; files up to 2 MB/],
  ]) {
    await page.reload();
    await page.waitForSelector('.card');
    await give(page, file(name, data));
    await page.waitForFunction(() => document.querySelector('.card .fault').textContent);
    assert.match(await fault(page, 0), words, name);
    assert.equal((await values(page, 0)).text, '');
  }
  await page.reload();
  await page.waitForSelector('.card');
  await page.locator('.card [name=text]').first().fill(eight[0].text);
  await compare(page);
  assert.match(await fault(page, 1), /at least two texts/);
  assert.ok(await page.locator('.card').nth(1).locator('[name=text]').evaluate((n) => n === document.activeElement && n.getAttribute('aria-invalid') === 'true'));
  await write(page, [eight[0], eight[0]]);
  await compare(page);
  assert.match(await fault(page, 1), /the same text as text A/);
  await write(page, [eight[0], { ...eight[1], text: '… !' }]);
  await compare(page);
  assert.match(await fault(page, 1), /no words here/);
  await write(page, [eight[0], { ...eight[1], text: 'a '.repeat(100_001) }]);
  await compare(page);
  assert.match(await fault(page, 1), /200,002 characters are too many; 200,000/);
  await write(page, [eight[0], { ...eight[1], published: '10 May 2019' }]);
  await compare(page);
  assert.match(await fault(page, 1), /“10 May 2019” is not a date/);
  assert.ok(await page.locator('.card').nth(1).locator('[name=published]').evaluate((n) => n === document.activeElement));
  await page.locator('input[type=file]').setInputFiles(Array.from({ length: 8 }, (_, i) => file(i + '.txt', eight[i].text)));
  await page.waitForFunction(() => document.querySelectorAll('.card').length === 8 && document.querySelectorAll('.card [name=text]')[7].value);
  assert.match(await page.locator('#own > .fault').textContent(), /^10 texts are too many\. Eight can be compared at once; the others were left out: 6\.txt, 7\.txt/);
  assert.equal((await values(page, 0)).text, eight[0].text, 'what was there is kept');
  assert.deepEqual(page.said, []);
  await close(page);
});

test('files are dropped anywhere on the page', async () => {
  const page = await open();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, eight[0].text);
  await page.waitForFunction(() => document.querySelector('.card [name=text]').value);
  assert.match(await page.locator('.card .note').first().textContent(), /Taken from dropped\.txt/);
  await close(page);
});

test('a comparison that takes long says how far it is, can be cancelled, and another follows', { timeout: 240_000 }, async () => {
  const page = await open();
  const long = eight.map((t) => ({ ...t, text: t.text + Array.from({ length: 600 }, (_, i) => `In ${1400 + i} the minister of ${t.outlet} number ${i} met the envoy of harbour ${i * 7} and agreed on ${i} tons of herring.`).join('\n\n') }));
  await page.evaluate(() => {
    window.steps = [];
    new MutationObserver(() => window.steps.push(document.querySelector('#own [role=status]').textContent)).observe(document.querySelector('#own [role=status]'), { childList: true, characterData: true, subtree: true });
  });
  await write(page, eight);
  await page.evaluate((texts) => texts.forEach((t, i) => { document.querySelectorAll('.card [name=text]')[i].value = t; }), long.map((t) => t.text));
  await page.locator('button.main').click();
  await page.waitForFunction(() => window.steps.some((s) => /^Reading text 2/.test(s)), null, { timeout: 60_000 });
  const ended = page.workers()[0].waitForEvent('close');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.waitForFunction(() => /^Cancelled/.test(document.querySelector('#own [role=status]').textContent));
  await ended;
  assert.ok(await page.locator('button.main').evaluate((n) => n === document.activeElement));
  assert.equal((await values(page, 3)).text, long[3].text);
  const steps = await page.evaluate(() => window.steps);
  const sizes = steps.map((s) => /^Loading the engine: ([\d.]+) of ([\d.]+) MB/.exec(s)).filter(Boolean);
  assert.ok(sizes.length > 3 && sizes.every((m, i) => !i || +m[1] >= +sizes[i - 1][1]) && sizes.at(-1)[1] === sizes.at(-1)[2], steps.join('\n'));
  await write(page, eight);
  await compare(page);
  assert.match(await page.locator('#result h1').textContent(), /eight accounts/);
  assert.deepEqual(page.said, []);
  await close(page);
});

test('what is cancelled while the engine arrives ends at once, and does not disturb the next', async () => {
  const page = await open();
  await write(page, eight.slice(0, 2));
  let arrive;
  const held = new Promise((r) => { arrive = r; });
  let asked = 0;
  await page.route('**/own/parts/engine-*', async (route) => {
    asked++;
    await held;
    await route.continue();
  });
  const status = page.locator('#own > [role=status]');
  await Promise.all([page.waitForRequest('**/own/parts/engine-*'), page.locator('button.main').click()]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.waitForFunction(() => /^Cancelled/.test(document.querySelector('#own > [role=status]').textContent), null, { timeout: 5000 });
  await page.locator('button.main').click();
  assert.ok(await page.getByRole('button', { name: 'Cancel' }).isVisible());
  arrive();
  await settled(page);
  assert.ok(await page.locator('#result h1').isVisible(), await status.textContent());
  assert.equal(asked, 1, 'the engine is fetched once');
  assert.equal(await page.locator('#own > .fault').textContent(), '');
  await close(page);
});

test('the engine that cannot be loaded is told, and can be tried again', async () => {
  const page = await open();
  await write(page, eight.slice(0, 2));
  await page.context().setOffline(true);
  await compare(page);
  assert.match(await page.locator('#own > .fault').textContent(), /The engine could not be loaded/);
  await page.context().setOffline(false);
  await compare(page);
  assert.ok(await page.locator('#result h1').isVisible());
  await close(page);
});

test('by keyboard alone, from the first box to the stepper', async () => {
  const page = await open();
  const type = async (text) => { await page.keyboard.insertText(text); await page.keyboard.press('Tab'); };
  await page.locator('.card [name=outlet]').first().focus();
  for (const t of eight.slice(0, 2)) {
    for (const name of ['outlet', 'published', 'headline', 'text']) await type(t[name] ?? '');
  }
  for (let i = 0; i < 5 && !await page.locator('button.main').evaluate((n) => n === document.activeElement); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'result', 'the reader is taken to the comparison');
  for (let i = 0; i < 9 && !await page.locator('#result [name=next]').evaluate((n) => n === document.activeElement); i++) await page.keyboard.press('Tab');
  await page.keyboard.press('j');
  assert.match(await page.locator('#result [role=status]').textContent(), /^1 of/);
  await close(page);
});

test('in three languages, at three widths, light, dark and forced colours: no violation, nothing wider than the window', { timeout: 240_000 }, async () => {
  for (const [path, texts, name] of [['/compare', eight, 'eight'], ['/ko/compare', korean, 'korean'], ['/ja/compare', strangers, 'strangers']]) {
    const page = await open(path, { bypassCSP: true }); // axe is put into the page, which the policy forbids
    await page.evaluate(axe);
    const look = async (part) => {
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        for (const media of [{ colorScheme: 'light', forcedColors: 'none' }, { colorScheme: 'dark', forcedColors: 'none' }, { colorScheme: 'light', forcedColors: 'active' }]) {
          if (media.forcedColors === 'active' && width !== 768) continue;
          await page.emulateMedia(media);
          const at = `own-${name}-${part}-${width}-${media.forcedColors === 'active' ? 'forced' : media.colorScheme}`;
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${at}: wider than the window`);
          const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }));
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html} ${v.nodes[0].failureSummary}`), [], at);
          await page.screenshot({ path: join(shots, at + '.png'), fullPage: true });
        }
      }
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    };
    if (name !== 'eight') {
      for (const [i, t] of texts.entries()) for (const f of ['outlet', 'published', 'text']) await page.locator('.card').nth(i).locator(`[name=${f}]`).fill(t[f]);
    } else await write(page, texts);
    await look('form');
    await compare(page);
    await look('result');
    assert.deepEqual(page.said, []);
    await close(page);
  }
});

test('without scripts the page says what it needs', async () => {
  const page = await open('/compare', { javaScriptEnabled: false });
  assert.match(await page.locator('main').textContent(), /Comparing here needs JavaScript/);
  assert.match(await page.locator('main').textContent(), /nothing is sent anywhere/);
  await close(page);
});
