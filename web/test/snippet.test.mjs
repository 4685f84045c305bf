// The builder of snippets, used as a publisher would: by keyboard, and what it gives is pasted into a page of another origin.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually, listen, ready, standing } from './site.mjs';

const hague = '/meetings/2014-03-park-abe-obama-the-hague-netherlands';
let on, url, chrome;

before(async () => { ({ url, chrome } = on = await standing()); });
after(() => on?.end());

async function open(t, path, options = {}) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.said = [];
  page.on('console', (m) => m.type() === 'error' && page.said.push(m.text()));
  page.on('pageerror', (e) => page.said.push(e.message));
  await page.goto(url + path);
  return page;
}

const code = (page) => page.locator('.code').textContent();
const holds = (page, ...wanted) => page.waitForFunction((wanted) => wanted.every((w) => document.querySelector('.code').textContent.includes(w)), wanted, { timeout: 8000 });

/** paste puts a snippet into a page of another origin. */
async function paste(t, snippet) {
  const server = await listen((path) => path === '/' && { body: `<!doctype html><html lang=en><title>Host</title><body style="width:640px"><p>Before.</p>\n${snippet}\n<p id=after>After.</p>` });
  t.after(server.close);
  const page = await chrome.newPage();
  t.after(() => page.close());
  await page.goto(server.url);
  return page;
}

test('a meeting leads to the builder, and what it gives for a script works elsewhere', async (t) => {
  const page = await open(t, hague);
  await ready(page);
  await page.locator('readout-compare .foot a', { hasText: 'Embed' }).click();
  await page.waitForURL(url + '/embed?page=' + hague);
  await holds(page, '<readout-compare meeting="' + hague.split('/')[2], `href="${url + hague}"`);
  await page.locator('.stage readout-compare').scrollIntoViewIfNeeded();
  await ready(page);
  const other = await paste(t, await code(page));
  await ready(other);
  assert.match(await other.locator('readout-compare h2').first().textContent(), /proposed in one, held in the other/);
  assert.deepEqual(page.said, []);
});

test('all of it by keyboard: form, language, colours, copy', async (t) => {
  const page = await open(t, '/embed?page=' + hague, { permissions: ['clipboard-read', 'clipboard-write'] });
  await holds(page, '<readout-compare');
  await page.locator('[name=page]').focus();
  await page.keyboard.press('Tab'); // form: script
  await page.keyboard.press('Tab'); // view
  await page.keyboard.press('ArrowRight'); // whole
  await holds(page, 'view="full"');
  await page.keyboard.press('Tab'); // language
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await holds(page, 'lang="ko"');
  await page.keyboard.press('Tab'); // colours
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await holds(page, 'theme="dark"');
  await page.keyboard.press('Tab'); // width
  await page.keyboard.press('Tab'); // room
  await page.keyboard.press('Tab'); // pin
  await page.keyboard.press('Space');
  await holds(page, 'integrity="sha256-');
  await page.keyboard.press('Tab'); // the snippet, which scrolls
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.copyline [role=status]').textContent === 'Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await code(page));
  const other = await paste(t, copied);
  await ready(other);
  assert.match(await other.locator('readout-compare').first().evaluate((e) => e.shadowRoot.textContent), /회담/);
  assert.deepEqual(page.said, []);
});

test('a frame is as high as what is in it, in the width that was asked for', async (t) => {
  const page = await open(t, '/embed?page=' + hague);
  await page.locator('[value=frame]').check();
  await holds(page, '<iframe', 'height="');
  const inside = (of, look) => of.frames().find((f) => f.url().startsWith(url + '/embed/'))?.evaluate(look).catch(() => null); // a frame comes and goes
  /** fits waits until the snippet names the height of what is drawn in that width. */
  const fits = (width) => eventually(async () => {
    const [wide, high] = await inside(page, () => [innerWidth, Math.ceil(document.body.getBoundingClientRect().height)]) ?? [];
    return wide === width && high === +(await code(page)).match(/height="(\d+)"/)[1];
  });
  await fits(640);
  await page.locator('[name=width][value="360"]').check();
  await fits(360);
  await page.locator('[name=width][value="640"]').check();
  await fits(640);
  await inside(page, () => { document.querySelector('main').style.paddingTop = '99px'; });
  await fits(640); // the snippet follows what comes late
  const other = await paste(t, await code(page));
  await other.locator('iframe').scrollIntoViewIfNeeded();
  await eventually(() => inside(other, () => document.querySelector('.ro') && document.documentElement.scrollHeight <= innerHeight)); // nothing to scroll inside
});

test('room is kept: nothing moves in the host', async (t) => {
  const page = await open(t, '/embed?page=' + hague);
  await page.locator('[name=room]').check();
  await holds(page, 'min-height');
  const other = await paste(t, await code(page));
  const shift = other.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((l) => { for (const e of l.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true });
    addEventListener('readout-ready', () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100))));
    if (document.querySelector('readout-compare').shadowRoot?.querySelector('.ro')) setTimeout(() => done(sum), 200);
  }));
  assert.equal(await shift, 0);
});

test('a quotation is plain HTML, and an address that is none is said so', async (t) => {
  const page = await open(t, '/embed?page=/issues/forced-labor');
  await page.locator('[value=quote]').check();
  await page.waitForFunction(() => /^<blockquote>/.test(document.querySelector('.code').textContent));
  assert.match(await code(page), /^<blockquote><a href="[^"]*\/issues\/forced-labor">.*<\/blockquote>$/s);
  assert.ok(await page.locator('.stage blockquote a').isVisible());
  await page.locator('[name=page]').fill('/meetings/no-such-meeting');
  await page.waitForFunction(() => document.querySelector('[name=page]').getAttribute('aria-invalid') === 'true');
  assert.match(await page.locator('#pagenote').textContent(), /no page|address/);
  await page.locator('[name=page]').fill(url + '/embed' + hague + '?x=1#p');
  await holds(page, hague);
});

test('without scripts the page says what to write, and has no dead controls', async (t) => {
  const page = await open(t, '/embed', { javaScriptEnabled: false });
  assert.match(await code(page), /<script type="module" src="[^"]*\/widget.js"><\/script>\s*<readout-compare meeting="ID">/);
  assert.equal(await page.locator('.build').isVisible(), false);
  assert.equal(await page.locator('[name=copy]').isVisible(), false);
});

// What becomes of a snippet where scripts and frames are not let in: by the rules of those who show it, as they publish them. Of what they do not
// allow, all drop the tag, and the words of scripts and styles; a filter of tags alone keeps even these.
const hosts = {
  'a feed reader (the list of Universal Feed Parser)': { allowed: 'a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite code col colgroup dd del dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li m map menu meter nav ol optgroup option p pre progress q s samp section select small sound source spacer span strike strong sub sup table tbody td textarea tfoot th thead time tr tt u ul var video'.split(' '), silent: ['script', 'style', 'iframe'] },
  'a mail client (the elements of AMP for Email, without its scripts and styles)': { allowed: 'a abbr address article aside b bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul'.split(' '), silent: ['script', 'style', 'iframe'] },
  'an editor of letters (paragraphs, quotations, links and emphasis)': { allowed: ['p', 'a', 'blockquote', 'em', 'strong', 'b', 'i', 'br', 'ul', 'ol', 'li', 'h1', 'h2', 'h3', 'img', 'hr'], silent: ['script', 'style', 'iframe'] },
  'a filter of tags alone, which keeps what stands between them': { allowed: ['a', 'blockquote', 'p'], silent: [] },
};

/** sanitized is what a host leaves of HTML that a browser has parsed. */
const sanitized = (page, html, host) => page.evaluate(({ html, allowed, silent }) => {
  const doc = new DOMParser().parseFromString(html, 'text/html');
  for (const e of [...doc.head.querySelectorAll('*'), ...doc.body.querySelectorAll('*')]) {
    if (silent.includes(e.localName)) e.remove();
    else if (!allowed.includes(e.localName)) e.replaceWith(...e.childNodes);
    else for (const a of [...e.attributes]) if (!['href', 'src', 'alt', 'title'].includes(a.name)) e.removeAttribute(a.name);
  }
  return (doc.head.innerHTML + doc.body.innerHTML).trim();
}, { html, ...host });

test('in mail, feeds and letters the quotation is left, whole and with its link, and nothing else', async (t) => {
  const page = await open(t, '/embed?page=' + hague);
  await page.locator('[value=quote]').check();
  await page.waitForFunction(() => /^<blockquote>/.test(document.querySelector('.code').textContent));
  const quote = (await code(page)).trim();
  assert.ok(quote.includes(`href="${url + hague}"`), 'the link has its whole address');
  const blank = await chrome.newPage(); // the site's own policy lets nothing be parsed
  t.after(() => blank.close());
  for (const [kind, mark, ...boxes] of [['script', '<readout-compare', 'room', 'pin'], ['frame', '<iframe']]) {
    await page.locator(`[value=${kind}]`).check();
    for (const box of boxes) await page.locator(`[name=${box}]`).check();
    await holds(page, mark, ...boxes.length ? ['min-height', 'integrity'] : ['height="']);
    const snippet = await code(page);
    for (const [name, host] of Object.entries(hosts)) {
      const left = await sanitized(blank, snippet, host);
      assert.equal(left, await sanitized(blank, quote, host), `${kind} in ${name}`);
      assert.match(left, /^<blockquote><a href="http[^"]+">.*<\/blockquote>$/s, `${kind} in ${name}`);
    }
  }
});
