// Our own pages as a reader uses them beside the comparison: on paper, without scripts, in search of something.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ready, standing } from './site.mjs';

const hague = '2014-03-park-abe-obama-the-hague-netherlands';
const eight = '/examples/eight-page';
let on, url, chrome;

before(async () => { ({ url, chrome } = on = await standing()); });
after(() => on?.end());

async function open(path, options = {}) {
  const context = await chrome.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  await page.goto(url + path, { waitUntil: 'load' });
  return page;
}

test('which of two disputed names stands first is the reader’s choice, without scripts too', async () => {
  const page = await open('/issues/dokdo-takeshima', { javaScriptEnabled: false });
  const order = () => page.locator('.term .names').first().evaluate((n) => [...n.children].sort((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left).map((c) => c.textContent));
  assert.deepEqual(await order(), ['Dokdo', 'Takeshima']);
  await page.locator('[name=first][value="2"]').check();
  assert.deepEqual(await order(), ['Takeshima', 'Dokdo']);
  await page.context().close();
});

test('printed, it is two columns as wide as the paper, addresses once an article, no heading alone', async () => {
  const page = await open(eight, { viewport: { width: 680, height: 960 } }); // A4 less its margins
  await ready(page);
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const shown = (s) => [...document.querySelectorAll(s)].filter((n) => n.getClientRects().length);
    const after = (n) => getComputedStyle(n, '::after').content;
    return {
      wide: [...document.querySelectorAll('.ro *')].filter((n) => n.getBoundingClientRect().right > innerWidth && !n.closest('.vh, .scroll')).map((n) => n.className),
      controls: shown('.bar, .mast nav, .copy, summary').length,
      columns: getComputedStyle(document.querySelector('.rds')).gridTemplateColumns.split(' ').length,
      links: shown('.source a').filter((a) => after(a) !== 'none').length,
      headlines: shown('.bill .hl a').filter((a) => after(a) !== 'attr(href)' && !after(a).includes('http')).length,
      alone: shown('.band').filter((n) => getComputedStyle(n).breakAfter !== 'avoid').length,
    };
  });
  assert.deepEqual(found, { wide: [], controls: 0, columns: 2, links: 0, headlines: 0, alone: 0 });
  await page.context().close();
});

test('without scripts a page is whole and has no dead controls', async () => {
  const page = await open(eight, { javaScriptEnabled: false });
  assert.ok(await page.getByText('Kenji Kanasugi met Kim Jung-han in Seoul on the 29th.').first().isVisible());
  assert.equal(await page.locator('.bar').isVisible(), false);
  await page.goto(url + '/');
  assert.ok(await page.locator(`a[href="/meetings/${hague}"]`).first().isVisible());
  await page.locator('#find').fill('takeshima');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search?q=takeshima');
  assert.ok(await page.locator('.hit mark').count() > 0, 'the form is answered without a script');
  await page.locator('.hit a').first().click();
  assert.match(await page.locator(':target').textContent(), /Takeshima|Dokdo/);
  await page.context().close();
});

test('the start page can be searched', async () => {
  const page = await open('/');
  const lines = () => page.locator('.index li:visible').count();
  const all = await lines();
  await page.locator('#find').fill('tokyo 2014');
  const some = await lines();
  assert.ok(some > 0 && some < all / 2, `${some} of ${all}`);
  const asked = page.waitForRequest((r) => r.url().includes('/v1/search?') && r.url().endsWith(encodeURIComponent('独島')));
  await page.locator('#find').fill('独島'); // two letters of Japanese are a word
  await asked;
  await page.locator('#find').fill('');
  assert.equal(await lines(), all);
  await page.context().close();
});
