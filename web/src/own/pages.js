// The article in a saved web page: its main text by Mozilla's Readability, and what the page says of itself in schema.org, Open
// Graph and its head. Nothing of the page is run or loaded: it is parsed into a document without a window.

import { Fault, part, trust } from './engine.js';

/** article gives {text, headline, outlet, published, url, whole} of the source of a page. */
export async function article(html, name) {
  const doc = new DOMParser().parseFromString(trust.createHTML(html), 'text/html');
  const said = told(doc);
  const { Readability } = await import((await part('pages')).path);
  const fallback = paragraphs(doc.body);
  const found = trusting(() => new Readability(doc, { serializer: (el) => el }).parse());
  let text = found?.content ? paragraphs(found.content) : '';
  const whole = text.length < 200 && fallback.length > text.length;
  if (whole) text = fallback;
  if (!/\p{L}/u.test(text)) throw new Fault('e-notext', [name]);
  return {
    text: text + '\n',
    headline: tidy(said.headline || found?.title),
    outlet: tidy(said.outlet || found?.siteName),
    published: day(said.published || found?.publishedTime),
    url: /^https?:\/\//.test(said.url ?? '') ? said.url : '',
    whole,
  };
}

// Readability writes innerHTML of its own document now and then, which Trusted Types check by the policy named default. It lets
// nothing through but while Readability works.
let working = false;
globalThis.trustedTypes?.createPolicy('default', { createHTML: (html) => (working ? html : null) });
function trusting(work) {
  working = true;
  try {
    return work();
  } finally {
    working = false;
  }
}

const tidy = (s) => (typeof s === 'string' ? s : '').replace(/\s+/g, ' ').trim();
const day = (s) => /^\d{4}-\d\d-\d\d/.exec(s ?? '')?.[0] ?? '';

/** told is what a page says of its article. */
function told(doc) {
  const meta = (...names) => names.map((n) => doc.querySelector(`meta[property="${n}"],meta[name="${n}"],meta[itemprop="${n}"]`)?.content).find(Boolean);
  const news = linked(doc);
  const first = (v) => (Array.isArray(v) ? v[0] : v);
  return {
    headline: tidy(news.headline) || meta('og:title', 'twitter:title') || tidy(doc.querySelector('h1')?.textContent),
    outlet: tidy(first(news.publisher)?.name) || meta('og:site_name', 'application-name'),
    published: day(news.datePublished) ? news.datePublished : meta('article:published_time', 'datePublished', 'date', 'dc.date', 'parsely-pub-date') ?? doc.querySelector('article time[datetime], time[datetime]')?.getAttribute('datetime'),
    url: meta('og:url') ?? doc.querySelector('link[rel=canonical]')?.getAttribute('href'),
  };
}

/** linked is the article among a page's JSON-LD, or nothing. */
function linked(doc) {
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const parsed = JSON.parse(script.textContent);
      const all = [parsed, parsed['@graph']].flat().filter(Boolean);
      const news = all.find((x) => [x['@type']].flat().some((t) => /Article|Posting|Report/.test(t)));
      if (news) return news;
    } catch { /* broken JSON-LD is common; the rest of the page may say it */ }
  }
  return {};
}

const blocks = new Set('ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(' '));
const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG BUTTON SELECT IFRAME OBJECT'.split(' '));

/** paragraphs is the text of an element as a reader sees it: a blank line between blocks, white space in one piece. */
function paragraphs(root) {
  const out = [''];
  const cut = () => out.at(-1).trim() ? out.push('') : (out[out.length - 1] = '');
  const walk = (n) => {
    if (n.nodeType === 3) out[out.length - 1] += n.data.replace(/\s+/g, ' ');
    if (n.nodeType !== 1 || silent.has(n.tagName.toUpperCase())) return;
    if (n.tagName === 'BR') {
      if (n.nextSibling?.nodeName === 'BR') cut();
      else out[out.length - 1] += ' ';
      return;
    }
    const block = blocks.has(n.tagName);
    if (block) cut();
    n.childNodes.forEach(walk);
    if (block) cut();
  };
  if (root) walk(root);
  return out.map((p) => p.replace(/\s+/g, ' ').trim()).filter(Boolean).join('\n\n');
}
