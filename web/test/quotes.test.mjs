// Whose words stand on a page: those of articles are the sources' letter for letter, and no mark of quotation is ours (see web.go).

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { browser, compile, files, listen, ready } from './site.mjs';

let site, server, chrome;
const plain = (s) => s.replace(/\s+/g, ' ').trim();
const json = (path) => JSON.parse(readFileSync(join(site.dir, path)));

before(async () => {
  site = compile('-model', 'none');
  server = await listen(files(site.dir));
  chrome = await browser();
});
after(async () => {
  await chrome?.close();
  server?.close();
  site?.remove();
});

/** pages are the addresses of all English pages of the site. */
const pages = () => ['', 'embed/'].flatMap((kind) => ['meetings', 'series', 'issues'].flatMap((of) => readdirSync(join(site.dir, kind + of)).map((f) => `/${kind}${of}/${f}`)))
  .filter((f) => f.endsWith('.html')).map((f) => f.slice(0, -5));

/**
 * look gives what stands in the comparisons of a page, also in a widget's: the words of articles, the marks of quotation that styles
 * put before or after anything, and the names over what single articles set against each other.
 */
const look = (page) => page.evaluate(() => {
  const out = { words: [], marks: [], names: [] };
  const roots = [document, ...[...document.querySelectorAll('readout-compare')].map((e) => e.shadowRoot).filter(Boolean)];
  for (const root of roots) {
    for (const n of root.querySelectorAll('.ro *')) {
      if (getComputedStyle(n).quotes === 'none') continue;
      for (const end of ['::before', '::after']) if (/-quote|["“”„«»「」『』]/.test(getComputedStyle(n, end).content.replace(/^"|"$/g, ''))) out.marks.push(n.outerHTML.slice(0, 80));
    }
    for (const n of root.querySelectorAll('.ro .q, .ro q')) {
      const copy = n.cloneNode(true);
      for (const del of copy.querySelectorAll('.more del')) del.remove();
      if (!n.closest('.more')) out.words.push(copy.textContent);
    }
    out.names.push(...[...root.querySelectorAll('#contrast .who')].map((n) => [n.querySelector('b').textContent, n.querySelector('span:not(.tile)')?.textContent]));
  }
  return out;
});

/** faults are what look found that must not be. */
function faults({ words, marks, names }, sources) {
  const ours = words.flatMap((w) => w.split('…')).map(plain).filter((w) => !sources.some((s) => s.includes(w)));
  return [...marks, ...ours, ...names.filter(([name, of]) => (name === 'the article') !== (of === undefined)).map(String)];
}

test('on every page the words of articles are the source’s, and so are all marks of quotation', async (t) => {
  const sources = json('dataset.json').articles.map((a) => plain(a.passages.map((p) => p.text).join(' ')));
  const page = await (await chrome.newContext({ javaScriptEnabled: false })).newPage();
  t.after(() => page.context().close());
  let [words, named] = [0, 0];
  for (const path of pages()) {
    await page.goto(server.url + path);
    const seen = await look(page);
    assert.deepEqual(faults(seen, sources), [], path);
    words += seen.words.length;
    named += seen.names.filter(([, of]) => of).length;
  }
  assert.ok(words > 300 && named > 8, `only ${words} passages and ${named} voices were seen`);
});

test('and in what the widget draws, in an article and in full', async (t) => {
  const page = await (await chrome.newContext()).newPage();
  t.after(() => page.context().close());
  const meetings = pages().filter((p) => /^\/meetings\//.test(p) && json(`/v1${p}.json`).meeting.contrasts?.length).map((p) => p.slice('/meetings/'.length));
  assert.ok(meetings.length > 3);
  const sources = json('dataset.json').articles.map((a) => plain(a.passages.map((p) => p.text).join(' ')));
  for (const id of meetings) {
    await page.goto(server.url + '/examples/fallback');
    await page.evaluate((id) => {
      const make = (view) => Object.assign(document.createElement('readout-compare'), { meeting: id, view });
      document.body.replaceChildren(make('full'), make(''));
    }, id);
    await ready(page, 0);
    await ready(page, 1);
    const seen = await look(page);
    assert.deepEqual(faults(seen, sources), [], id);
    assert.ok(seen.names.length > 1, id);
  }
});
