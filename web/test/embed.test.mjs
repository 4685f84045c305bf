// The pages for iframes, and what others make of a link to us: Pym, AMP, WordPress, Ghost. Their rules were read in their public
// sources and documents and are written down here anew; Pym is the library itself.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startWorker } from '../../worker/test/server.mjs';
import { browser, compile, eventually, listen, module } from './site.mjs';

const shots = process.env.SHOTS ?? join(module, 'shots');
const hague = '2014-03-park-abe-obama-the-hague-netherlands';
const origin = 'http://readout.example'; // as deployed: the compiler was told it, and browsers find the Worker under it
let site, worker, chrome;

before(async () => {
  site = compile('-site', origin);
  worker = await startWorker({ dist: site.dir });
  chrome = await browser({ 'readout.example': new URL(worker.url).host });
  mkdirSync(shots, { recursive: true });
});
after(async () => {
  await chrome?.close();
  await worker?.stop();
  site?.remove();
});

/** get asks the Worker for an address of the site, by its name. */
const get = (address) => new Promise((resolve, reject) => {
  const url = new URL(address);
  assert.equal(url.origin, origin, `${address} is not an address of the site`);
  request(worker.url + url.pathname + url.search, { headers: { host: url.host } }, (r) => {
    const parts = [];
    r.on('data', (p) => parts.push(p));
    r.on('end', () => resolve({ status: r.statusCode, type: r.headers['content-type'], body: Buffer.concat(parts) }));
  }).on('error', reject).end();
});

/** host is a page of another origin; files are more of its files. */
async function host(t, body, files = {}) {
  const server = await listen((path) => (path === '/' ? { body: `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Host</title><body>${body}` } : files[path] && { type: 'text/javascript', body: files[path] }));
  t.after(server.close);
  const page = await chrome.newPage({ viewport: { width: 800, height: 900 } });
  t.after(() => page.close());
  page.said = [];
  page.on('pageerror', (e) => page.said.push(e.message));
  await page.goto(server.url);
  return page;
}

const frameOf = (page) => page.frames().find((f) => f.url().startsWith(origin));
const ownHeight = (page) => frameOf(page).evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
const scrolls = (page) => frameOf(page).evaluate(() => document.documentElement.scrollHeight > innerHeight);

test('Pym: its own library makes the frame as high as its content, also when the column narrows', async (t) => {
  const pym = readFileSync(createRequire(import.meta.url).resolve('pym.js'), 'utf8');
  const page = await host(t, `<div id=box style="width:700px"></div><script src=/pym.js></script><script>new pym.Parent('box', '${origin}/embed/meetings/${hague}', {})</script>`, { '/pym.js': pym });
  const high = () => page.locator('#box iframe').evaluate((f) => Math.round(f.getBoundingClientRect().height));
  const fits = () => eventually(async () => (await high()) === (await ownHeight(page)) && !(await scrolls(page)));
  await fits();
  const wide = await high();
  assert.ok(wide > 250 && wide < 2500, `${wide} pixels`);
  await page.locator('#box').evaluate((b) => { b.style.width = '330px'; });
  await fits();
  assert.ok(await high() > wide, `narrower is higher: ${wide}, then ${await high()}`);
  assert.deepEqual(page.said, []);
});

test('AMP: amp-iframe grows by the message that its documentation names', async (t) => {
  const page = await host(t, `<iframe id=amp sandbox="allow-scripts allow-same-origin" scrolling=no width=600 height=200 src="${origin}/embed/meetings/${hague}#amp=1"></iframe>
    <script>addEventListener('message', ({ data, source }) => {
      const frame = document.querySelector('#amp');
      if (source !== frame.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size' || typeof data.height !== 'number' || data.height < 100) return;
      frame.height = data.height;
    })</script>`);
  await eventually(async () => Math.abs(await page.locator('#amp').evaluate((f) => f.clientHeight) - await ownHeight(page)) < 1 && !(await scrolls(page)));
});

test('a frame is whole without scripts, alone in an opaque origin, and its links open beside it', async (t) => {
  const page = await host(t, `<iframe sandbox width=600 height=900 src="${origin}/embed/meetings/${hague}"></iframe>`);
  await frameOf(page).waitForSelector('.ro .point');
  assert.match(await frameOf(page).locator('body').innerText(), /Seoul denied|denied|proposed/i);
  const open = await host(t, `<iframe sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" width=600 height=900 src="${origin}/embed/meetings/${hague}"></iframe>`);
  await frameOf(open).waitForSelector('.foot a');
  const [popup] = await Promise.all([open.waitForEvent('popup'), frameOf(open).locator('.foot a').first().click()]);
  await popup.waitForLoadState();
  assert.equal(popup.url(), `${origin}/meetings/${hague}`);
  await popup.close();
  assert.equal(await frameOf(open).evaluate(() => self.origin), 'null', 'an opaque origin');
});

test('the address of a frame chooses language, theme and pair', async (t) => {
  const page = await host(t, `<iframe sandbox="allow-scripts" width=600 height=900 src="${origin}/embed/ko/meetings/${hague}?theme=dark&base=x"></iframe>`);
  await frameOf(page).waitForFunction(() => /회담/.test(document.querySelector('readout-compare').shadowRoot?.textContent ?? ''));
  const [paper, ink] = await frameOf(page).evaluate(() => [document.body, document.querySelector('readout-compare').shadowRoot.querySelector('.ro')].map((n, i) => getComputedStyle(n)[i ? 'color' : 'backgroundColor'].match(/\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)));
  assert.ok(paper < 200 && ink > 550, `dark paper (${paper}), light ink (${ink})`);
});

// ---- WordPress ----

/** kses keeps the tags and attributes that are allowed, as wp_kses does for well-formed HTML: others go, their content stays. */
function kses(html, allowed) {
  return html.replace(/<(\/?)([a-z0-9]+)([^>]*)>/gi, (_, end, name, rest) => {
    const attributes = allowed[name.toLowerCase()];
    if (!attributes) return '';
    if (end) return `</${name}>`;
    const kept = [...rest.matchAll(/([a-z-]+)\s*=\s*"([^"]*)"/gi)].filter(([, a]) => attributes.includes(a.toLowerCase()));
    return `<${name}${kept.map(([, a, v]) => ` ${a}="${v}"`).join('')}>`;
  });
}

/** wordpress is what stays of a rich answer of a provider that WordPress does not know (wp_filter_oembed_result), or false. */
function wordpress(html, secret) {
  const allowed = { a: ['href'], blockquote: [], iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'] };
  const [, quote = '', frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(kses(html, allowed)) ?? [];
  if (!frame) return false;
  let out = quote + frame;
  out = out.replace(/ src=(['"])(.*?)\1/, (_, q, src) => ` src=${q}${src}#?secret=${secret}${q} data-secret=${q}${secret}${q}`).replace('<blockquote', `<blockquote data-secret="${secret}"`);
  out = kses(out, { ...allowed, blockquote: ['data-secret'], iframe: [...allowed.iframe, 'data-secret'] });
  if (quote) out = out.replace('<iframe', '<iframe style="position: absolute; visibility: hidden;"').replace('<blockquote', '<blockquote class="wp-embedded-content"');
  return out.replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');
}

/** What WordPress's own script does with messages of such frames. */
const receiver = `addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue;
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(Math.max(parseInt(data.value, 10), 200), 1000);
    if (data.message === 'link' && new URL(data.value).host === new URL(frame.src).host && document.activeElement === frame) top.location.href = data.value;
  }
})`;

/** discover is the address that a consumer of oEmbed reads out of a page's head. */
async function discover(path, type) {
  const { body } = await get(origin + path);
  const head = String(body).split('</head>')[0];
  const link = head.match(new RegExp(`<link[^>]*type="${type.replace('+', '\\+')}"[^>]*>`))?.[0];
  assert.ok(link, `${path}: no discovery link for ${type}`);
  return link.match(/href="([^"]*)"/)[1].replaceAll('&amp;', '&');
}

for (const path of ['/meetings/' + hague, '/ja/meetings/' + hague, '/series/japan-rok-director-general-talks', '/issues/forced-labor']) {
  test(`WordPress, which does not know us, keeps blockquote and frame of ${path}`, async (t) => {
    const json = await get(await discover(path, 'application/json+oembed'));
    assert.match(json.type, /^application\/json/);
    const data = JSON.parse(json.body);
    assert.deepEqual([data.version, data.type, data.provider_name], ['1.0', 'rich', 'Readout']);
    const xml = await get(await discover(path, 'text/xml+oembed'));
    assert.match(xml.type, /^text\/xml/);
    assert.ok(String(xml.body).includes(`<title>${data.title.replaceAll('&', '&amp;').replaceAll('’', '’')}</title>`), 'JSON and XML say the same');

    const secret = 'a1B2c3D4e5';
    const html = wordpress(data.html, secret);
    assert.ok(html, 'WordPress drops all of it');
    assert.match(html, /^<blockquote class="wp-embedded-content" data-secret="a1B2c3D4e5">.*<\/blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"/s);
    assert.equal(html.match(/<iframe/g).length, 1);
    const text = (s) => s.replace(/<[^>]*>/g, '');
    assert.equal(text(html), text(data.html), 'no word of the blockquote is lost');

    const page = await host(t, `<style>body{font:17px/1.5 Georgia;max-width:640px;margin:2rem auto}blockquote{border-left:3px solid #ccc;margin:1rem 0;padding-left:1rem}</style><p>Before.</p>${html}<p>After.</p><script>${receiver}</script>`);
    await eventually(async () => await page.locator('iframe').isVisible() && !(await page.locator('blockquote').isVisible()));
    await eventually(async () => await page.locator('iframe').evaluate((f) => +f.height) === Math.min(Math.max(await ownHeight(page), 200), 1000));
    await frameOf(page).evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await page.screenshot({ path: join(shots, `wordpress-${path.split('/').slice(1, -1).join('-')}.png`), fullPage: true });
    if (path.includes('meetings')) { // a link to us works through WordPress, which alone may leave the sandbox
      await Promise.all([page.waitForURL(origin + path), frameOf(page).locator('.foot a').first().click()]);
    }
  });
}

test('without its script WordPress shows the blockquote, which tells it in short', async (t) => {
  const { html } = JSON.parse((await get(await discover('/meetings/' + hague, 'application/json+oembed'))).body);
  const page = await host(t, wordpress(html, 'a1B2c3D4e5'));
  const quote = page.locator('blockquote');
  assert.ok(await quote.isVisible());
  assert.match(await quote.innerText(), /: proposed; .*: held\. Of three points, one is told by both and two by only one\./);
  assert.equal(await quote.locator('a').getAttribute('href'), `${origin}/meetings/${hague}`);
});

// ---- Ghost ----

/** meta is the content of a meta element of a page's head. */
const meta = (head, name) => head.match(new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`))?.[1].replaceAll('&amp;', '&').replaceAll('&#39;', '’');

for (const path of ['/meetings/' + hague, '/series/japan-rok-director-general-talks', '/issues/forced-labor', '/']) {
  test(`Ghost makes a bookmark card of ${path}`, async (t) => {
    const head = String((await get(origin + path)).body).split('</head>')[0];
    const card = {
      title: meta(head, 'og:title'), description: meta(head, 'og:description'), publisher: meta(head, 'og:site_name'),
      author: meta(head, 'author'), thumbnail: meta(head, 'og:image'), icon: new URL(head.match(/<link rel="icon" href="([^"]*\.svg)"/)[1], origin).href,
    };
    assert.ok(card.title && card.description.length > 20, 'without these Ghost makes no card');
    assert.equal(card.publisher, 'Readout');
    if (path.includes('meetings')) assert.equal(card.author, 'Japan Today (AFP)', 'outlets; those without a name are none');
    for (const [what, type] of [['thumbnail', 'image/png'], ['icon', 'image/svg+xml']]) { // Ghost stores both
      const r = await get(card[what]);
      assert.equal(r.status, 200, card[what]);
      assert.equal(r.type, type);
      if (type === 'image/png') {
        assert.deepEqual([r.body.readUInt32BE(16), r.body.readUInt32BE(20)], [1200, 630]);
        assert.ok(r.body.length < 25_000, `${card[what]} has ${r.body.length} bytes`);
      }
    }
    const page = await host(t, `<style>body{font:16px/1.4 sans-serif;margin:2rem auto;max-width:720px}a{display:flex;border:1px solid #ddd;border-radius:5px;overflow:hidden;color:inherit;text-decoration:none;min-height:150px}div{flex:1;padding:20px}p{color:#666;font-size:14px}small{display:flex;gap:6px;align-items:center}small img{width:20px}a>img{width:33%;object-fit:cover}</style>
      <a href="${origin + path}"><div><b>${card.title}</b><p>${card.description}</p><small><img src="${card.icon}" alt="">${card.publisher}${card.author ? ' · ' + card.author : ''}</small></div><img src="${card.thumbnail}" alt=""></a>`);
    await eventually(() => page.evaluate(() => [...document.images].every((i) => i.complete && i.naturalWidth > 0)));
    await page.screenshot({ path: join(shots, `ghost-${path.split('/')[1] || 'start'}.png`) });
  });
}
