// What WCAG 2.2 AA asks of every kind of page, as far as a program can tell, at three widths, in light, dark and forced colours;
// and a photograph of each, to be looked at: SHOTS names the folder (default: shots below the module, which git ignores).

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, compile, files, listen, module, ready } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.SHOTS ?? join(module, 'shots');
const hague = '2014-03-park-abe-obama-the-hague-netherlands';
const pages = {
  start: '/', hague: '/meetings/' + hague, eight: '/examples/eight-page', embed: '/embed/meetings/' + hague, series: '/series/japan-rok-director-general-talks', issue: '/issues/forced-labor',
  snippet: '/embed', article: '/examples/article', 'article-eight': '/examples/eight', fallback: '/examples/fallback', korean: '/examples/korean', japanese: '/examples/japanese', 'article-series': '/examples/series', 'article-issue': '/examples/issue', two: '/examples/two', 'korean-page': '/examples/korean-page',
  'article-page': '/articles/002-18cea04d4a4e456a', 'korean-series': '/ko/series/japan-rok-director-general-talks', 'japanese-issue': '/ja/issues/dokdo-takeshima', 'one-account': '/meetings/2014-02-18-ihara-lee-seoul',
};
let site, server, chrome;

before(async () => {
  site = compile();
  server = await listen((path) => {
    const r = files(site.dir)(path);
    if (r) r.headers = {}; // axe is put into the page, which our own policy forbids
    return r;
  });
  chrome = await browser();
  mkdirSync(shots, { recursive: true });
});
after(async () => {
  await chrome?.close();
  server?.close();
  site?.remove();
});

for (const [name, path] of Object.entries(pages)) {
  test(`${name} has no violation and fits`, async () => {
    for (const width of [320, 768, 1280]) {
      for (const [scheme, forced] of [['light'], ['dark'], ['light', 'active']]) {
        if (forced && width !== 768) continue;
        const context = await chrome.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, forcedColors: forced ?? 'none', reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.goto(server.url + path);
        if (!['start', 'fallback', 'series', 'issue', 'embed', 'snippet', 'article-page', 'korean-series', 'japanese-issue'].includes(name)) await ready(page);
        const at = `${name} at ${width} ${forced ? 'forced' : scheme}`;
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${at}: wider than the window`);
        if (width === 768 || scheme === 'light') { // colours are the same at every width
          await page.evaluate(axe);
          // axe takes the page's paper for the ground of a comparison that brings its own; widget.test.mjs measures that one.
          const rules = { 'color-contrast': { enabled: name !== 'two' } };
          const { violations } = await page.evaluate((rules) => window.axe.run(document, { rules, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }), rules);
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.flat().join(' ') + ' ' + n.html.slice(0, 120)).join(' | ')}`), [], at);
        }
        await page.screenshot({ path: join(shots, `${name}-${width}-${forced ? 'forced' : scheme}.png`), fullPage: true });
        await context.close();
      }
    }
  });
}

test('going back by keyboard, no stop of a long comparison is hidden by the bar of controls (WCAG 2.2, 2.4.11)', async () => {
  const page = await chrome.newPage({ viewport: { width: 1280, height: 700 } });
  await page.goto(server.url + '/examples/eight-page');
  await ready(page);
  await page.locator('.foot a').last().focus();
  const hidden = [];
  let stops = 0;
  for (let inside = true; inside && stops < 400; stops++) {
    await page.keyboard.press('Shift+Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      const bar = e.closest('readout-compare').querySelector('.bar');
      const { top } = e.getBoundingClientRect();
      return { inside: !bar.contains(e), under: top < bar.getBoundingClientRect().bottom, what: `${e.localName} ${e.getAttribute('aria-label') ?? e.textContent} at ${Math.round(top)}` };
    });
    inside = at.inside;
    if (inside && at.under) hidden.push(at.what);
  }
  assert.ok(stops > 60 && stops < 400, `${stops} stops`);
  assert.deepEqual(hidden, []);
  await page.close();
});
