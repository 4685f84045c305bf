// The manners of a guest: what <readout-compare> does to a page of another origin, and what that page can do with it.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { listen, module, ready, standing } from './site.mjs';

const shots = process.env.SHOTS ?? join(module, 'shots');
const hague = '2014-03-park-abe-obama-the-hague-netherlands';
const quote = '<blockquote><p>Two reports of one meeting. <a href="https://readout.example/x">Read both</a></p></blockquote>';
let on, url, chrome;

before(async () => {
  ({ url, chrome } = on = await standing());
  mkdirSync(shots, { recursive: true });
});
after(() => on?.end());

const script = (src = url + '/widget.js', more = '') => `<script type=module src="${src}" ${more}></script>`;
const element = (more = '', inside = quote) => `<readout-compare meeting="${hague}" ${more}>${inside}</readout-compare>`;

/** host is a page of another origin. said is what its console said, asked what was asked of our site, events what the element told. */
async function host(t, body, { csp, html = 'lang=en', before: first, ...options } = {}) {
  const server = await listen((path) => path === '/' && { body: `<!doctype html><html ${html}><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Host</title><body><p>Before.</p>${body}<p id=after>After.</p>`, headers: csp ? { 'content-security-policy': csp } : {} });
  t.after(server.close);
  const context = await chrome.newContext({ viewport: { width: 800, height: 700 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.said = [];
  page.asked = [];
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && !/favicon/.test(m.text() + m.location().url) && page.said.push(m.text()));
  page.on('pageerror', (e) => page.said.push(e.message));
  page.on('request', (r) => r.url().startsWith(url) && page.asked.push(new URL(r.url()).pathname.replace(/^\/h\/[0-9a-f]+/, '/h')));
  await page.addInitScript(() => {
    window.told = [];
    for (const what of ['ready', 'error', 'change']) addEventListener('readout-' + what, (e) => window.told.push([what, e.detail, e.composed]));
    window.shift = 0;
    new PerformanceObserver((l) => { for (const e of l.getEntries()) window.shift += e.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  await first?.(page, context);
  await page.goto(server.url);
  return page;
}

const told = (page, what) => page.waitForFunction((what) => window.told.some((e) => e[0] === what), what, { timeout: 10_000 });

/** fallback asserts that the reader sees what stands between the tags, and nothing else. */
async function fallback(page, why) {
  assert.ok(await page.locator('readout-compare blockquote').first().isVisible(), `${why}: the quotation is not seen`);
  const high = await page.locator('readout-compare').first().evaluate((e) => [e.getBoundingClientRect().height, e.querySelector('blockquote').getBoundingClientRect().height]);
  assert.ok(high[0] < high[1] + 40, `${why}: ${high[0]} pixels for a quotation of ${high[1]}`);
}

test('one comparison costs two requests after the script, at most 15,000 bytes; the page is not moved', async (t) => {
  const page = await host(t, element('', quote) + script(), { before: (page) => page.route('**/*', async (r) => {
    if (!r.request().url().startsWith(url)) return r.continue();
    const answer = await r.fetch();
    page.bytes = (page.bytes ?? 0) + brotliCompressSync(await answer.body()).length;
    return r.fulfill({ response: answer });
  }) });
  await ready(page);
  assert.deepEqual(page.asked.sort(), ['/embed/meetings/' + hague, '/h/compare.js', '/widget.js'].sort());
  assert.ok(page.bytes <= 15_000, `${page.bytes} bytes with brotli`);
  assert.deepEqual(page.said, []);
});

test('it asks for nothing until a reader comes near', async (t) => {
  const page = await host(t, `<div style="height:4000px"></div>${element()}${script()}`);
  await page.waitForFunction(() => customElements.get('readout-compare'));
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))));
  assert.deepEqual(page.asked, ['/widget.js']);
  await page.evaluate(() => scrollTo(0, 3300));
  await ready(page);
  assert.equal(page.asked.length, 3);
});

test('room that the host keeps free is kept, and given back when the comparison cannot be had', async (t) => {
  const room = '<style>readout-compare { display: block; --readout-height: 1100px; min-height: var(--readout-height) }</style>';
  const page = await host(t, room + element() + script());
  await ready(page);
  assert.equal(await page.locator('readout-compare').evaluate((e) => e.getBoundingClientRect().height), 1100);
  assert.equal(await page.evaluate(() => window.shift), 0, 'layout shift');
  const alone = await host(t, '<style>readout-compare { --readout-height: 1100px }</style>' + element().replace(hague, 'no-such-meeting') + script());
  await told(alone, 'error');
  await fallback(alone, 'room without a comparison');
});

for (const [name, csp, scripts] of [
  ['origins', (o) => `default-src 'none'; script-src ${o}; connect-src ${o}; style-src 'none'`, () => script()],
  ['a nonce', (o) => `default-src 'none'; script-src 'nonce-abc'; connect-src ${o}; style-src 'none'`, () => script(undefined, 'nonce=abc')],
  ['a nonce with strict-dynamic', (o) => `default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'; connect-src ${o}; style-src 'none'`, () => script(undefined, 'nonce=abc')],
  ['a hash for the loader and hashed addresses for the rest', async (o) => `default-src 'none'; script-src '${(await pins())[0].integrity}' ${o}/h/; connect-src ${o}; style-src 'none'`, async () => { const [w] = await pins(); return script(url + w.pinned, `integrity="${w.integrity}" crossorigin`); }],
]) {
  test(`a strict host that allows it by ${name}, no style, and Trusted Types`, async (t) => {
    const page = await host(t, element() + element('view=full') + await scripts(), { csp: `${await csp(url)}; require-trusted-types-for 'script'; trusted-types 'none'` });
    await ready(page);
    await page.evaluate(() => scrollTo(0, 9999));
    await ready(page, 1);
    assert.ok(await page.locator('readout-compare').last().evaluate((e) => e.shadowRoot.querySelector('[part=bar]')), 'the full view has its controls');
    assert.notEqual(await page.locator('readout-compare').first().evaluate((e) => getComputedStyle(e.shadowRoot.querySelector('.q')).fontFamily), '', 'styled');
    assert.deepEqual(page.said, []);
  });
}

/** pins are the scripts of /v1/version, the loader first. */
async function pins() {
  const { scripts } = await (await fetch(url + '/v1/version')).json();
  return scripts.sort((a, b) => (b.path === '/widget.js') - (a.path === '/widget.js'));
}

test('what is pinned is these bytes or nothing', async (t) => {
  const all = await pins();
  const pin = (path) => all.find((s) => s.path === path);
  const preload = (integrity) => `<link rel=modulepreload href="${url + pin('/compare.js').pinned}" integrity="${integrity}" crossorigin>`;
  const good = await host(t, preload(pin('/compare.js').integrity) + element() + script(url + pin('/widget.js').pinned, `integrity="${pin('/widget.js').integrity}" crossorigin`));
  await ready(good);
  assert.deepEqual(good.said, []);
  for (const [why, body] of [
    ['the loader has other bytes', element() + script(url + pin('/widget.js').pinned, `integrity="${pin('/embed.js').integrity}" crossorigin`)],
    ['its part has other bytes', preload(pin('/embed.js').integrity) + element() + script(url + pin('/widget.js').pinned, `integrity="${pin('/widget.js').integrity}" crossorigin`)],
  ]) {
    const page = await host(t, body);
    await page.waitForLoadState('networkidle');
    await fallback(page, why);
    assert.ok(!page.asked.includes('/compare.js'), `${why}: the plain address was tried`);
  }
});

test('after an update the hashed part is gone, and the plain one does', async (t) => {
  const page = await host(t, element() + script(), { before: (page) => page.route('**/h/**/compare.js', (r) => r.fulfill({ status: 404, body: 'gone', headers: { 'access-control-allow-origin': '*' } })) });
  await ready(page);
  assert.deepEqual(page.asked.filter((p) => p.endsWith('compare.js')), ['/h/compare.js', '/compare.js']);
});

for (const [why, options, error = true] of [
  ['offline', { before: (page, context) => page.route('**/embed/**', async (r) => { await context.setOffline(true); await r.abort('internetdisconnected'); }) }],
  ['the document is not there', { before: (page) => page.route('**/embed/**', (r) => r.fulfill({ status: 404, body: '<p class=ro>no', headers: { 'access-control-allow-origin': '*' } })) }],
  ['the server is ill', { before: (page) => page.route('**/embed/**', (r) => r.fulfill({ status: 500, body: '', headers: { 'access-control-allow-origin': '*' } })) }],
  ['the host forbids the connection', { csp: "script-src * 'unsafe-inline'; connect-src 'none'" }],
  ['the host forbids the script', { csp: "script-src 'none'" }, false],
  ['the script has an error', { before: (page) => page.route('**/compare.js', (r) => r.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")', headers: { 'access-control-allow-origin': '*' } })) }],
  ['the loader has an error', { before: (page) => page.route('**/widget.js', (r) => r.fulfill({ contentType: 'text/javascript', body: 'this is no script', headers: { 'access-control-allow-origin': '*' } })) }, false],
  ['an extension blocks us', { before: (page) => page.route('**/widget.js', (r) => r.abort('blockedbyclient')) }, false],
]) {
  test(`the quotation stays when ${why}`, async (t) => {
    const page = await host(t, element() + script(), options);
    if (error) {
      await told(page, 'error');
      const [, detail, composed] = (await page.evaluate(() => window.told)).at(-1);
      assert.ok(detail.reason.length > 3 && composed, JSON.stringify(detail));
    } else await page.waitForLoadState('load');
    await fallback(page, why);
    assert.deepEqual(await page.evaluate(() => window.told.filter((e) => e[0] === 'ready')), []);
  });
}

test('a comparison that hangs is given up', async (t) => {
  const page = await host(t, element() + script(), { before: async (page) => {
    await page.clock.install();
    await page.route('**/embed/**', () => {}); // never answered
    await page.addInitScript(() => { const { timeout } = Object.getOwnPropertyDescriptors(XMLHttpRequest.prototype); Object.defineProperty(XMLHttpRequest.prototype, 'timeout', { ...timeout, set(v) { window.patience = v; timeout.set.call(this, 300); } }); });
  } });
  await told(page, 'error');
  assert.equal(await page.evaluate(() => window.patience), 20000);
  await fallback(page, 'no answer');
});

test('attributes are properties, also those set before the script has come; unknown values fall back', async (t) => {
  const page = await host(t, `<readout-compare></readout-compare><script>const e = document.querySelector('readout-compare'); e.meeting = '${hague}'; e.view = 'full'; e.base = 'JTA'</script>` + script());
  await ready(page);
  const e = page.locator('readout-compare');
  assert.deepEqual(await e.evaluate((e) => [e.getAttribute('meeting'), e.view, e.base, e.theme, Object.keys(e)]), [hague, 'full', 'JTA', '', []]);
  const first = () => e.evaluate((e) => e.shadowRoot.querySelector('.rds .k').textContent);
  assert.equal(await first(), 'Japan Today (AFP)');
  await e.evaluate((e) => { e.base = ''; e.beside = 'JTA'; });
  assert.equal(await e.getAttribute('base'), null);

  const odd = await host(t, element('view=huge theme=blue base=nobody beside=nobody keys=maybe lang=xx') + script());
  await ready(odd);
  const plain = await host(t, element() + script());
  await ready(plain);
  const look = (page) => page.locator('readout-compare').evaluate((e) => { const ro = e.shadowRoot.querySelector('.ro'); const s = getComputedStyle(ro); return [ro.textContent, ro.className, s.backgroundColor, s.color, s.padding, ro.lang]; });
  assert.deepEqual(await look(odd), await look(plain));
});

test('events say what became of it and what the reader chose', async (t) => {
  const page = await host(t, element('view=full') + script());
  await ready(page);
  await page.locator('readout-compare [part=bar] [name=fold]').click();
  await told(page, 'change');
  const all = await page.evaluate(() => window.told);
  assert.deepEqual(all[0], ['ready', { meeting: hague }, true]);
  assert.equal(all.at(-1)[0], 'change');
});

test('a host styles it by custom properties and parts, and by nothing else', async (t) => {
  const page = await host(t, `<style>p, h2, div { color: lime !important; font-size: 40px !important } readout-compare { --readout-ink: rgb(1, 2, 3); --readout-paper: rgb(250, 251, 252); --readout-serif: "Host Face", serif; --readout-accent: rgb(9, 8, 7) } readout-compare::part(source) { letter-spacing: 3px }</style>` + element('theme=light') + script());
  await ready(page);
  const css = await page.locator('readout-compare').evaluate((e) => { const of = (s) => getComputedStyle(e.shadowRoot.querySelector(s)); return [of('.ro').color, of('.ro').backgroundColor, of('.q').fontFamily, of('.source').letterSpacing, of('.q').fontSize, of('h2').color]; });
  assert.deepEqual(css, ['rgb(1, 2, 3)', 'rgb(250, 251, 252)', '"Host Face", serif', '3px', '17px', 'rgb(1, 2, 3)']);
});

test('light, dark and forced colours; reduced motion', async (t) => {
  const light = (rgb) => rgb.match(/\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0);
  for (const scheme of ['light', 'dark']) {
    for (const theme of ['', 'light', 'dark', 'auto']) {
      const page = await host(t, `<style>:root { color-scheme: light dark }</style>` + element(theme && `theme=${theme}`) + script(), { colorScheme: scheme });
      await ready(page);
      const ink = light(await page.locator('readout-compare').evaluate((e) => getComputedStyle(e.shadowRoot.querySelector('.ro')).color));
      const dark = (theme === 'light' || theme === 'dark' ? theme : scheme) === 'dark';
      assert.equal(ink > 380, dark, `${scheme} page, theme "${theme}": ink ${ink}`);
      await page.context().close();
    }
  }
  const forced = await host(t, element('view=full') + script(), { forcedColors: 'active', reducedMotion: 'reduce' });
  await ready(forced);
  const [mark, system, motion] = await forced.locator('readout-compare').evaluate((e) => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'CanvasText';
    return [getComputedStyle(e.shadowRoot.querySelector('.status.held')).backgroundColor, getComputedStyle(probe).color, getComputedStyle(e.shadowRoot.querySelector('.point')).transitionDuration];
  });
  assert.equal(mark, system, 'a filled mark is still filled');
  assert.equal(motion, '0s', 'no motion');
});

test('it is read on a dark page that does not say that it is dark, and on a light one that says it may be dark', async (t) => {
  for (const [paper, ink, html, colorScheme] of [['#222', '#eee', '', 'light'], ['#fff', '#111', 'style="color-scheme: light dark"', 'dark'], ['#222', '#eee', 'style="color-scheme: dark"', 'light'], ['#fff', 'oklch(.2 0 0)', '', 'dark']]) {
    for (const view of ['', 'view=full']) {
      const page = await host(t, `<style>body { background: ${paper}; color: ${ink} }</style>${element(view)}${script()}`, { html, colorScheme });
      await ready(page);
      const drawn = await page.evaluate(() => getComputedStyle(document.querySelector('readout-compare').shadowRoot.querySelector('.ro')).color);
      assert.equal(/^rgb\(2\d\d/.test(drawn), paper === '#222', `${paper} ${html} ${colorScheme} ${view}: ${drawn}`);
    }
  }
});

test('what a page inherits to all its text reaches no comparison; in a row of columns it has room', async (t) => {
  const page = await host(t, `<style>body { text-transform: uppercase; letter-spacing: .2em; word-spacing: 1em; text-indent: 3em; text-shadow: 1px 1px red; white-space: pre; word-break: break-all }</style>
    <div style="display: flex"><p style="width: 300px">Beside.</p>${element()}</div>${script()}`);
  await ready(page);
  const [style, width] = await page.evaluate(() => {
    const { textTransform, letterSpacing, wordSpacing, textIndent, textShadow, whiteSpace, wordBreak } = getComputedStyle(document.querySelector('readout-compare').shadowRoot.querySelector('.q'));
    return [{ textTransform, letterSpacing, wordSpacing, textIndent, textShadow, whiteSpace, wordBreak }, document.querySelector('readout-compare').clientWidth];
  });
  assert.deepEqual(style, { textTransform: 'none', letterSpacing: 'normal', wordSpacing: '0px', textIndent: '0px', textShadow: 'none', whiteSpace: 'normal', wordBreak: 'normal' });
  assert.ok(width > 400, `${width} pixels`);
});

test('on a page that reads from right to left our words keep their direction, and a quotation its own', async (t) => {
  const page = await host(t, element('view=full') + script(), { html: 'lang=ar dir=rtl' });
  await ready(page);
  // Where the full stop at the end of a text stands: left or right of its first letter.
  const stop = (text) => page.locator('readout-compare').evaluate((e, text) => {
    const q = e.shadowRoot.querySelector('.q');
    if (text) q.textContent = text;
    const node = document.createTreeWalker(q, NodeFilter.SHOW_TEXT).nextNode();
    const at = (i) => { const r = document.createRange(); r.setStart(node, i); r.setEnd(node, i + 1); return r.getBoundingClientRect().left; };
    return at(node.length - 1) < at(0) ? 'left' : 'right';
  }, text);
  assert.equal(await stop('They met in Seoul.'), 'right');
  assert.equal(await stop('נפגשו בסיאול.'), 'left');
  assert.equal(await page.locator('readout-compare').evaluate((e) => getComputedStyle(e.shadowRoot.querySelector('.ro')).direction), 'ltr');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  await page.reload();
  await ready(page);
  await page.screenshot({ path: join(shots, 'host-rtl.png'), fullPage: true });
});

test('twice on one page, from two addresses, and beside an element of that name that is not ours', async (t) => {
  const page = await host(t, element() + element('lang=ja') + script() + script(url + '/widget.js?again') + script(url + (await pins())[0].pinned));
  await ready(page, 0);
  await page.evaluate(() => scrollTo(0, 9999));
  await ready(page, 1);
  const [a, b] = await page.locator('readout-compare').evaluateAll((all) => all.map((e) => e.shadowRoot.querySelector('.ro').lang));
  assert.deepEqual([a, b], ['en', 'ja']);
  assert.deepEqual(page.said, []);

  const taken = await host(t, `<script>customElements.define('readout-compare', class extends HTMLElement {})</script>` + element() + script());
  await taken.waitForLoadState('networkidle');
  await fallback(taken, 'the name is taken');
  assert.deepEqual(taken.said, []);
});

test('it can be moved, taken away and put back', async (t) => {
  const page = await host(t, element('view=full') + '<section></section>' + script());
  await ready(page);
  const again = (n) => page.waitForFunction((n) => window.told.filter((e) => e[0] === 'ready').length >= n, n); // what was left behind answers no more
  await page.evaluate(() => { const e = document.querySelector('readout-compare'); document.querySelector('section').append(e); });
  await again(2);
  await page.evaluate(() => { const e = document.querySelector('readout-compare'); e.remove(); document.body.append(e); });
  await again(3);
  await page.locator('readout-compare [part=bar] button[name=next]').click();
  await told(page, 'change');
  await page.evaluate(() => { document.querySelector('readout-compare').meeting = 'no-such-meeting'; });
  await told(page, 'error');
  await fallback(page, 'another meeting, which is not there');
  assert.deepEqual(await page.evaluate(() => Object.keys(window).filter((k) => /readout/i.test(k))), []);
});

test('it asks no other origin, whatever its attributes say', async (t) => {
  const page = await host(t, ['//evil.example/x', '@evil.example/x', 'https://evil.example/x', '.evil.example/'].map((src) => `<readout-compare src="${src}">${quote}</readout-compare>`).join('') + script());
  const others = [];
  page.on('request', (r) => { if (/evil/.test(new URL(r.url()).host)) others.push(r.url()); });
  await page.waitForFunction(() => window.told.length === 4);
  assert.deepEqual(await page.evaluate(() => [...new Set(window.told.map((e) => e[0]))]), ['error']);
  assert.deepEqual(others, []);
});

/** strict is what a host of a strict policy answers. */
const strict = (body) => ({
  body: `<!doctype html><html lang=en><title>Host</title><body><p id=before>Before.</p>${body}<p id=after>After.</p><script type=module src="${url}/widget.js"></script>`,
  headers: { 'content-security-policy': `default-src 'none'; script-src ${url}; connect-src ${url}; require-trusted-types-for 'script'; trusted-types 'none'` },
});

test('it is a guest on a page of another origin with a strict policy', async (t) => {
  const other = await listen((path) => path === '/' && strict(`<readout-compare meeting="${hague}"><blockquote>Fallback</blockquote></readout-compare><readout-compare src="/examples/eight.json" view="full" base="D">x</readout-compare>`));
  t.after(other.close);
  const page = await chrome.newPage();
  const said = [];
  page.on('console', (m) => said.push(m.text()));
  const asked = [];
  page.on('request', (r) => asked.push(new URL(r.url())));
  await page.goto(other.url);
  const globals = await page.evaluate(() => Object.keys(window).length);
  await ready(page, 0);
  await page.evaluate(() => scrollTo(0, 9999));
  await ready(page, 1);
  assert.deepEqual(said.filter((s) => !/favicon/.test(s)), []);
  assert.match(await page.evaluate(() => document.querySelector('readout-compare').shadowRoot.querySelector('.ro').textContent), /proposed in one, held in the other/);
  assert.equal(await page.evaluate(() => Object.keys(window).length), globals, 'globals');
  assert.equal(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length), '00');
  assert.deepEqual([...new Set(asked.map((u) => u.origin))].sort(), [other.url, url].sort(), 'no third party');
  assert.equal(await page.evaluate(() => document.querySelectorAll('readout-compare')[1].shadowRoot.querySelector('.rds .k').textContent), 'Outlet D');
  // Every link leads to where the data is, none to the host.
  const links = await page.evaluate(() => [...document.querySelectorAll('readout-compare')].flatMap((r) => [...r.shadowRoot.querySelectorAll('a[href]')].map((a) => a.href)));
  assert.ok(links.length > 20);
  assert.deepEqual(links.filter((l) => l.startsWith(other.url) && !l.includes('#point-')), []);
  assert.equal(new URL(page.url()).hash, '');
  await page.close();
});

test('so are series and issues, which the server draws', async (t) => {
  const other = await listen((path) => path === '/' && strict('<readout-compare series="japan-rok-director-general-talks">x</readout-compare><readout-compare issue="forced-labor">x</readout-compare>'));
  t.after(other.close);
  const page = await chrome.newPage();
  const said = [];
  page.on('console', (m) => said.push(m.text()));
  await page.goto(other.url);
  await ready(page, 0);
  await page.evaluate(() => scrollTo(0, 99999));
  await ready(page, 1);
  const texts = await page.evaluate(() => [...document.querySelectorAll('readout-compare')].map((r) => r.shadowRoot.querySelector('.ro').textContent));
  assert.match(texts[0], /Round by round/);
  assert.match(texts[1], /The words where they stand/);
  assert.deepEqual(said.filter((s) => !/favicon/.test(s)), []);
  await page.close();
});

test('an embed in a sandboxed frame is alive and says how high it is', async (t) => {
  const other = await listen((path) => path === '/' && {
    body: `<!doctype html><title>Host</title><body><script>addEventListener('message', (e) => { (window.said ??= []).push(e.data); window.from = e.origin })</script><iframe sandbox="allow-scripts" width=600 height=300 src="${url}/embed/meetings/${hague}?childId=x"></iframe>`,
  });
  t.after(other.close);
  const page = await chrome.newPage();
  await page.goto(other.url);
  await page.waitForFunction(() => window.said?.some((d) => d?.sentinel === 'amp'));
  const { said, from } = await page.evaluate(() => ({ said: window.said, from: window.from }));
  assert.equal(from, 'null', 'an opaque origin');
  const height = said.findLast((d) => d.type === 'embed-size').height;
  assert.ok(height > 300 && height < 3000, `height ${height}`);
  assert.ok(said.includes(`pymxPYMxxxPYMxheightxPYMx${height}`));
  const frame = page.frames()[1];
  await frame.locator('readout-compare').evaluate((e) => { e.base = 'no such outlet'; });
  await ready(frame);
  await page.close();
});
