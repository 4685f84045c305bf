// The widget in a real browser, on our own pages and as a guest on somebody else's.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { budget } from '../../tools/size.mjs';
import { module, read, ready, standing } from './site.mjs';

const hague = '2014-03-park-abe-obama-the-hague-netherlands';
let on, site, url, chrome;

before(async () => { ({ site, url, chrome } = on = await standing()); });
after(() => on?.end());

/** open a page; its errors and refusals end up in page.said. */
async function open(path, options = {}, origin = url) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.said = [];
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && page.said.push(m.text()));
  page.on('pageerror', (e) => page.said.push(e.message));
  await page.goto(origin + path, { waitUntil: 'load' });
  return page;
}
const close = (page) => page.context().close();

const meetings = () => readdirSync(join(site.dir, 'meetings')).map((f) => '/meetings/' + f.replace('.html', ''));
const samples = ['/examples/eight-page', '/examples/korean-page', '/examples/japanese-page'];

/** drawnHere adds a comparison like the page's that the widget has to draw, since there is none by the server in it. */
async function drawnHere(page) {
  await page.evaluate(() => {
    const e = document.querySelector('readout-compare');
    const own = e.cloneNode();
    if (e.view !== 'full') own.base = 'no such outlet'; // else it would take the server's
    document.body.append(own);
    own.scrollIntoView(); // what is far away is not drawn
  });
  await ready(page, 1);
}

test('the widget says word for word what the server said, on every meeting and in every embed', async () => {
  const all = [...meetings(), ...samples, ...meetings().map((m) => '/embed' + m), ...meetings().flatMap((m, i) => i % 4 ? [] : ['/ja' + m, '/ko' + m])];
  assert.ok(all.length > 75);
  const page = await open('/');
  for (const path of all) {
    await page.goto(url + path);
    await drawnHere(page);
    assert.equal(await read(page, 'widget'), await read(page, 'server'), path);
  }
  assert.deepEqual(page.said, []);
  await close(page);
});

test('and builds the same elements with the same attributes', async () => {
  for (const path of [samples[0], '/meetings/' + hague, '/embed/meetings/' + hague]) {
    const page = await open(path);
    const shape = (n) => page.evaluate((n) => {
      const e = document.querySelectorAll('readout-compare')[n];
      const ro = (n ? e.shadowRoot : e).querySelector('.ro').cloneNode(true);
      for (const more of ro.querySelectorAll('.pairs, .copy')) more.remove();
      const ours = /^(part|disabled|data-live|href|tabindex)$/; // what only one of the two has; addresses are relative on the page
      return [ro, ...ro.querySelectorAll('*')].map((e) => e.localName + ' ' + [...e.attributes].filter((a) => !ours.test(a.name)).map((a) => `${a.name}=${a.value}`).sort().join(' '));
    }, n);
    await drawnHere(page);
    assert.deepEqual(await shape(1), await shape(0), path);
    await close(page);
  }
});

test('nothing moves when the widget takes over', async () => {
  for (const [path, width] of [[samples[0], 1280], [samples[0], 360], ['/meetings/' + hague, 768], ['/series/japan-rok-director-general-talks', 1280], ['/issues/forced-labor', 360]]) {
    const page = await open(path, { viewport: { width, height: 900 } });
    const server = await page.evaluate(() => document.documentElement.scrollHeight);
    if (path.includes('meetings') || path.includes('examples')) await ready(page);
    await page.waitForTimeout(150);
    const shift = await page.evaluate(() => new Promise((done) => {
      let sum = 0;
      new PerformanceObserver((l) => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(sum), 50);
    }));
    assert.equal(shift, 0, path);
    const bare = await open(path, { viewport: { width, height: 900 } });
    await bare.route('**/*.js', (r) => r.abort());
    await bare.reload();
    assert.equal(await page.evaluate(() => document.documentElement.scrollHeight), await bare.evaluate(() => document.documentElement.scrollHeight), `${path} at ${width}: height with and without the widget (at load ${server})`);
    await close(page);
    await close(bare);
  }
});

test('another base changes the columns and nothing else', async () => {
  const page = await open(samples[0]);
  await ready(page);
  const state = () => page.evaluate(() => {
    const ro = document.querySelector('readout-compare .ro').cloneNode(true);
    const first = [...ro.querySelectorAll('.point')].map((p) => p.querySelector('.rds .k')?.textContent);
    for (const n of ro.querySelectorAll('.body, .strip path, .keys, [role=status]')) n.remove(); // the key names the marks in view
    return { rest: ro.textContent, first };
  });
  const was = await state();
  const seen = page.evaluate(() => new Promise((done) => addEventListener('readout-change', (e) => done(e.detail), { once: true })));
  await page.locator('readout-compare .bar [name=base][value=sample-d]').check({ force: true });
  assert.deepEqual(await seen, { base: 'sample-d', beside: 'sample-c' });
  await ready(page);
  const now = await state();
  assert.equal(now.rest, was.rest);
  assert.notDeepEqual(now.first, was.first);
  assert.equal(now.first[0], 'Outlet D');
  assert.match(await page.locator('readout-compare .bar [role=status]').textContent(), /Outlet D compared with Outlet C/);
  // Edits are drawn on the new pair: D shares most of its words with C on GSOMIA.
  assert.ok(await page.locator('readout-compare #point-pt7 .rds ins').count() > 0);
  assert.deepEqual(page.said, []);
  await close(page);
});

test('the same outlet is never on both sides', async () => {
  const page = await open(samples[0]);
  await ready(page);
  const pair = () => page.evaluate(() => [...document.querySelectorAll('[name=base]:checked, [name=beside]:checked')].map((i) => i.value));
  const [base, beside] = await pair();
  await page.locator(`readout-compare .bar input[name=base][value=${beside}]`).check({ force: true });
  assert.deepEqual(await pair(), [beside, base]);
  await close(page);
});

test('keys step through the differences, say where they are, and stop at the ends', async () => {
  const page = await open(samples[0]);
  await ready(page);
  const status = () => page.locator('readout-compare .bar [role=status]').textContent();
  assert.equal(await status(), '23 differences');
  await page.locator('readout-compare .bar button[name=next]').focus();
  await page.keyboard.press('j');
  assert.match(await status(), /^1 of 23, Kim Jung-han/);
  await page.keyboard.press('n');
  await page.keyboard.press('j');
  assert.match(await status(), /^3 of 23, When the two directors/);
  const at = () => page.evaluate(() => ({ focus: document.activeElement?.id, hash: location.hash }));
  assert.deepEqual(await at(), { focus: 'point-pt3', hash: '#point-pt3' });
  for (let i = 0; i < 5; i++) await page.keyboard.press('k');
  assert.match(await status(), /^1 of 23/);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement?.name), 'next');
  await close(page);
});

test('arrows move in the overview and Enter goes to the point', async () => {
  const page = await open(samples[0]);
  await ready(page);
  await page.locator('readout-compare .row .strip svg').first().focus();
  for (const k of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter']) await page.keyboard.press(k);
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'point-pt3');
  assert.equal(await page.locator('readout-compare .strip [tabindex="0"]').count(), 1, 'one tab stop');
  await close(page);
});

test('a link to a point opens it', async () => {
  const page = await open(samples[0] + '#point-pt13');
  await ready(page);
  const box = await page.locator('readout-compare #point-pt13').boundingBox();
  assert.ok(box.y >= 0 && box.y < 300, `point 13 stands at ${box.y}`);
  await close(page);
});

/** long is the document of eight outlets with 40 points, on a host's page; blind: nobody says what comes near, only jumps are left. */
async function long(blind, hash = '') {
  const doc = await (await fetch(url + '/examples/eight.json')).json();
  const { points } = doc.meeting;
  for (let i = 0; points.length < 40; i++) points.push({ ...structuredClone(points[i]), id: `more-${i}` });
  const page = await chrome.newPage({ viewport: { width: 1280, height: 900 } });
  await page.route('**/examples/eight.json', (r) => r.fulfill({ json: doc }));
  await page.route('**/host', (r) => r.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Host</title><body><readout-compare src="/examples/eight.json" view="full">x</readout-compare><script type=module src=/widget.js></script>' }));
  await page.addInitScript(() => { // a page that never rests: nothing is drawn but what somebody comes to
    window.requestIdleCallback = () => 0;
    addEventListener('readout-ready', () => { window.drawn = document.querySelector('readout-compare').shadowRoot.querySelectorAll('.point:not(.later)').length; });
  });
  if (blind) {
    await page.addInitScript(() => {
      window.IntersectionObserver = class extends IntersectionObserver {
        observe(n) { if (n.localName === 'readout-compare') super.observe(n); }
      };
    });
  }
  await page.goto(url + '/host' + hash);
  await page.waitForFunction(() => window.drawn != null);
  return page;
}

test('an address whose fragment is none of ours, and no valid one, takes nothing away', async () => {
  const page = await open(samples[0] + '#100%');
  await ready(page);
  await page.locator('readout-compare [name=next]').click();
  assert.match(await page.locator('readout-compare .bar [role=status]').textContent(), /^1 of/);
  assert.deepEqual(page.said, []);
  await close(page);
});

test('what is far below is drawn when a reader comes near', async () => {
  const page = await long();
  assert.ok(await page.evaluate(() => window.drawn) < 5, 'drawn at first');
  await page.locator('.point.later').nth(20).waitFor({ state: 'attached' });
  const before = await page.locator('.point.later').count();
  await page.evaluate(() => scrollTo(0, 3000));
  await page.waitForFunction((before) => document.querySelector('readout-compare').shadowRoot.querySelectorAll('.point.later').length < before - 5, before);
  await page.close();
});

test('where the controls cannot be had all points stand there to be read, and nothing dead', async () => {
  const page = await open('/', {});
  await page.route('**/more.js', (r) => r.abort());
  await page.goto(url + samples[0]);
  await page.evaluate(() => {
    const own = document.querySelector('readout-compare').cloneNode();
    document.body.prepend(own);
  });
  await ready(page, 0);
  assert.deepEqual(await page.evaluate(() => {
    const ro = document.querySelector('readout-compare').shadowRoot.querySelector('.ro');
    return [ro.querySelectorAll('.point .q').length > 23, ro.querySelectorAll('.later').length, ro.querySelectorAll('.bar').length];
  }), [true, 0, 0]);
  await close(page);
});

test('and before a jump to it, and before print', async () => {
  const page = await long(true);
  assert.equal(await page.locator('.point').count(), 0, 'the headlines of eight fill the screen');
  for (let i = 0; i < 40; i++) await page.locator('.bar [name=next]').click(); // to the last difference, by the stepper
  assert.ok(await page.locator('.point.target .q').count() > 0, 'the stepper comes to something drawn');
  assert.ok(Math.abs((await page.locator('.point.target').boundingBox()).y) < 300, 'the stepper lands');
  const id = await page.locator('.point').last().getAttribute('id');
  await page.close();
  const there = await long(true, '#' + id);
  await there.locator('#' + id).waitFor(); // what jumps to it comes after the first picture
  assert.equal(await there.locator('.point.later').count(), 0, 'nothing above it can still grow');
  const { y, height } = await there.locator('#' + id).boundingBox();
  assert.ok(y >= 0 && (y < 300 || y + height <= 900), `the link to ${id} ends at ${y}`);
  await there.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await there.locator('.later').count(), 0, 'print has all');
  await there.close();
});

test('there are three views, and the choice is kept while others are made', async () => {
  const page = await open(samples[0]);
  await ready(page);
  const bar = page.locator('readout-compare .bar');
  await bar.locator('[name=base][value=sample-c]').check({ force: true });
  await bar.locator('[name=beside][value=sample-d]').check({ force: true });
  const point = page.locator('readout-compare .points[class] #point-pt7').last();
  // One text: what only the base has is struck out in its place, what only the other has is inserted; every letter of the other is there.
  await bar.locator('[name=mode][value=inline]').check({ force: true });
  await page.locator('readout-compare .points.inline').waitFor();
  await ready(page);
  assert.equal(await point.locator('.rds .q').count(), 1);
  assert.deepEqual(await point.locator('.rds del').allTextContents(), ['He also said', 'on Seoul’s', 'that']);
  const merged = await point.locator('.rds .q').evaluate((q) => { for (const d of q.querySelectorAll('del')) d.remove(); return q.textContent.replace(/\s+/g, ' ').trim(); });
  await bar.locator('[name=mode][value=table]').check({ force: true });
  await page.locator('readout-compare .points.table').waitFor();
  const cells = page.locator('readout-compare .points.table #point-pt7').last().locator('td');
  assert.equal(await cells.count(), 8, 'a column for each outlet');
  const d = await cells.nth(3).locator('.q').evaluate((q) => { for (const x of q.querySelectorAll('del')) x.remove(); return q.textContent.replace(/\s+/g, ' ').trim(); });
  assert.equal(merged, d);
  assert.match(await cells.nth(0).textContent(), /Not mentioned/);
  assert.equal(await page.evaluate(() => document.activeElement?.value), 'table', 'focus is kept');
  assert.equal(await bar.locator('[name=base]:checked').getAttribute('value'), 'sample-c');
  // Arrows move from cell to cell.
  await cells.nth(0).focus();
  for (const k of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(k);
  assert.equal(await page.evaluate(() => { const td = document.activeElement; return td.parentNode.id + ' ' + td.dataset.h; }), 'point-pt7 Outlet A');
  assert.deepEqual(page.said, []);
  await close(page);
});

test('everything is done by keyboard alone', async () => {
  const page = await open(samples[0]);
  await ready(page);
  const focus = () => page.evaluate(() => { const a = document.activeElement; return a && (a.name ? a.name + (a.type === 'radio' ? '=' + a.value : '') : a.id || a.className || a.localName); });
  const seen = [];
  for (let i = 0; i < 60 && seen.at(-1) !== 'sure'; i++) {
    await page.keyboard.press('Tab');
    seen.push(await focus());
  }
  for (const stop of ['prev', 'next', 'base=sample-b', 'beside=sample-c', 'mode=split', 'outlets', 'fold', 'sure']) assert.ok(seen.includes(stop), `no ${stop} among ${seen}`);
  assert.equal(seen.filter((s) => s === 'mode=split').length, 1, 'views are one tab stop');
  await page.locator('.bar [name=mode]:checked').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await focus(), 'mode=inline', 'the views are changed by arrows, and focus stays');
  await page.keyboard.press('ArrowRight');
  await page.locator('readout-compare .points.table').last().waitFor(); // its script is asked for now
  await page.keyboard.press('ArrowRight');
  assert.equal(await focus(), 'mode=split');
  await page.keyboard.press('j');
  assert.match(await focus(), /^point-/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => !!document.activeElement.closest('.target')), 'Tab goes on from the point');
  await page.keyboard.press('Escape');
  assert.equal(await focus(), 'next');
  for (let i = 0; i < 20 && await focus() !== 'fold'; i++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.equal(await focus(), 'fold', 'focus is kept');
  assert.ok(await page.locator('readout-compare .bar [name=fold]').isChecked());
  assert.deepEqual(page.said, []);
  await close(page);
});

test('outlets can be left out, and differences alone be shown', async () => {
  const page = await open(samples[0]);
  await ready(page);
  const bar = page.locator('readout-compare .bar');
  for (const o of 'efgh') await bar.locator(`[name=outlets][value=sample-${o}]`).uncheck({ force: true });
  assert.match(await page.locator('readout-compare .head').textContent(), /four accounts/);
  assert.equal(await page.locator('readout-compare .row[role]:visible').count(), 4);
  for (const o of 'ab') await bar.locator(`[name=outlets][value=sample-${o}]`).uncheck({ force: true });
  await bar.locator('[name=outlets][value=sample-c]').click({ force: true });
  assert.equal(await bar.locator('[name=outlets]:checked').count(), 2, 'two are the least');
  for (const o of 'abefgh') await bar.locator(`[name=outlets][value=sample-${o}]`).check({ force: true });
  assert.equal(await page.locator('readout-compare .point:visible').count(), 23);
  await close(page);
  const korean = await open('/examples/korean-page');
  await ready(korean);
  const shown = () => korean.locator('readout-compare .point:visible').count();
  const all = await shown();
  await korean.locator('readout-compare .bar [name=fold]').check({ force: true });
  assert.ok(await shown() <= all);
  await close(korean);
});

test('a quotation is copied with its citation', async () => {
  const page = await open('/meetings/' + hague, { permissions: ['clipboard-read', 'clipboard-write'] });
  await ready(page);
  const point = page.locator('readout-compare .point').nth(2);
  await point.locator('.copy').focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /Copied/.test(document.querySelector('readout-compare [role=status]').textContent));
  const text = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(text, /^“Their narrowly focused agenda .* of the three\.”\nJapan Today \(AFP\), “Senior Japan, South Korea diplomats to meet Thursday”, probably 14 May 2014, paragraph 10\. http.*\/meetings\/2014-03-.*#passage-002-18cea04d4a4e456a-s11$/);
  // The address leads there, with scripts and without.
  for (const javaScriptEnabled of [true, false]) {
    const there = await open(new URL(text.split(' ').at(-1)).pathname + new URL(text.split(' ').at(-1)).hash, { javaScriptEnabled });
    if (javaScriptEnabled) await ready(there);
    const at = javaScriptEnabled ? there.locator('readout-compare .target') : there.locator(':target');
    assert.match(await at.textContent(), /Their narrowly focused agenda/);
    await close(there);
  }
  await close(page);
});

test('uncertain pairings stand apart, and can be asked for', async () => {
  const page = await chrome.newPage();
  const doc = await (await fetch(url + '/examples/eight.json')).json();
  for (const p of doc.meeting.points) if (['pt12', 'pt15'].includes(p.id)) p.confidence = 0.4; // pt15 shares a sentence with pt1
  await page.route('**/examples/eight.json', (r) => r.fulfill({ json: doc }));
  await page.goto(url + samples[0]);
  await ready(page);
  const bar = page.locator('readout-compare .bar');
  const set = async (sure, said) => {
    await bar.locator('input[name=sure]').fill(sure);
    assert.equal(await bar.locator('[role=status]').textContent(), said);
    await page.waitForFunction((n) => document.querySelectorAll('readout-compare .points [id^="passage-"]').length === n, every); // none lost, none won
  };
  const doubts = () => page.locator('readout-compare .flags span[title]').count();
  const every = await page.locator('readout-compare .points [id^="passage-"]').count();
  const counted = [];
  for (const [sure, said] of [['0', 'all'], ['1', 'likely'], ['2', 'sure only']]) {
    await set(sure, said);
    counted.push(await doubts());
  }
  assert.deepEqual(counted, [4, 2, 0]);
  await set('1', 'likely');
  assert.match(await page.locator('readout-compare .points').textContent(), /2 uncertain matches shown apart/);
  await close(page);
});

test('what stands between the tags stays when the comparison cannot be had', async () => {
  for (const [name, spoil] of [
    ['no such meeting', null],
    ['no network', (page) => page.route('**/embed/**', (r) => r.abort())],
    ['another page', (page) => page.route('**/embed/**', (r) => r.fulfill({ body: '<html>', contentType: 'text/html' }))],
    ['no script', (page) => page.route('**/widget.js', (r) => r.abort())],
    ['the second script is missing', (page) => page.route('**/compare.js', (r) => r.abort())],
  ]) {
    const context = await chrome.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => addEventListener('readout-error', (e) => { document.title = 'error: ' + e.detail.reason; }));
    await spoil?.(page);
    await page.goto(url + (spoil ? '/examples/article' : '/examples/fallback'));
    if (name !== 'no script') await page.waitForFunction(() => document.title.startsWith('error: '), undefined, { timeout: 5000 });
    assert.ok(await page.getByText('under pressure from President Obama').isVisible(), name);
    assert.ok((await page.locator('blockquote').boundingBox()).height > 40, name);
    await context.close();
  }
});

test('two on one page keep their own state and theme', async () => {
  const page = await open('/examples/two');
  await ready(page, 0);
  await page.evaluate(() => scrollTo(0, 99999));
  await ready(page, 1);
  const [a, b] = await page.evaluate(() => [...document.querySelectorAll('readout-compare')].map((r) => ({ ink: getComputedStyle(r.shadowRoot.querySelector('.ro')).color, paper: getComputedStyle(r.shadowRoot.querySelector('.ro')).backgroundColor, soft: getComputedStyle(r.shadowRoot.querySelector('.kick')).color, bar: !!r.shadowRoot.querySelector('.bar') })));
  assert.notEqual(a.ink, b.ink);
  const light = (rgb) => rgb.match(/\d+/g).slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (x, y) => (Math.max(light(x), light(y)) + 0.05) / (Math.min(light(x), light(y)) + 0.05);
  assert.ok(ratio(b.ink, b.paper) >= 7 && ratio(b.soft, b.paper) >= 4.5, `a dark comparison on a light page: ${JSON.stringify(b)}`);
  assert.equal(a.paper, 'rgba(0, 0, 0, 0)', 'without a theme the paper is the host’s');
  assert.deepEqual([a.bar, b.bar], [false, true]);
  await close(page);
});

test('it speaks the language of the page', async () => {
  for (const [path, words] of [['/examples/korean', '기사 2건 비교'], ['/examples/japanese', '一方では予定、他方では開催']]) {
    const page = await open(path);
    await ready(page);
    assert.match(await read(page, 'widget'), new RegExp(words));
    await close(page);
  }
});

test('what no sample has: an article without a headline, a country that only the browser names', async () => {
  const doc = await (await fetch(url + '/examples/eight.json')).json();
  doc.articles[0].headline = '';
  for (const v of doc.meeting.voices) if (v.country === 'KR') v.country = 'PK';
  const page = await chrome.newPage();
  await page.route('**/odd.json', (r) => r.fulfill({ json: doc }));
  await page.route('**/host', (r) => r.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang=ja><title>Host</title><body><readout-compare src="/odd.json" view="full">x</readout-compare><script type=module src=/widget.js></script>' }));
  await page.goto(url + '/host');
  await ready(page);
  const said = await page.evaluate(() => document.querySelector('readout-compare').shadowRoot.querySelector('.ro').textContent);
  assert.ok(said.includes('見出しなし') && said.includes('パキスタン') && !/PK/.test(said), said.slice(0, 300));
  // The server's names of countries and languages are the browser's, but for what a newer Unicode calls otherwise.
  for (const [file, type] of [['regions.json', 'region'], ['tongues.json', 'language']]) {
    const ours = JSON.parse(readFileSync(join(module, 'web', file)));
    const theirs = await page.evaluate(([codes, type]) => codes.map((c) => ['en', 'ja', 'ko'].map((l) => new Intl.DisplayNames(l, { type }).of(c))), [Object.keys(ours), type]);
    const same = Object.values(ours).filter((names, i) => names.join() === theirs[i].join()).length;
    assert.ok(same > 0.95 * theirs.length, `${file}: ${same} of ${theirs.length} have the same names`);
  }
  await page.close();
});

test('sizes stay within their budget', () => {
  for (const { what, gzip, target } of budget(site.dir)) assert.ok(gzip <= target, `${what}: ${gzip} bytes with gzip, at most ${target}`);
});
