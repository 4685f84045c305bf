// The start page's search: filters its lists as a reader types, and looks into the texts of the articles where the edge answers.

const find = document.querySelector('#find');
const out = find.form.querySelector('output');
const hits = find.form.querySelector('.hits');
const fold = (s) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const lines = [...document.querySelectorAll('.index li')].map((li) => [li, fold(li.textContent + ' ' + [...li.querySelectorAll('[title]')].map((t) => t.title).join(' ') + ' ' + (li.closest('.year')?.querySelector('h3').textContent ?? ''))]);
let asked; // the search that is under way

function filter() {
  const want = fold(find.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [li, text] of lines) {
    li.hidden = !want.every((w) => text.includes(w));
    shown += !li.hidden;
  }
  for (const box of document.querySelectorAll('.year, .sec')) box.hidden = !box.querySelector('li:not([hidden])');
  for (const drawing of document.querySelectorAll('.axisfig')) drawing.hidden = want.length > 0; // it shows them all
  out.value = want.length ? hits.dataset.of.replace('{0}', shown).replace('{1}', lines.length) : '';
}

/** element is el('tag.class', kids). */
const element = (sel, ...kids) => {
  const [tag, name] = sel.split('.');
  const n = document.createElement(tag);
  if (name) n.className = name;
  n.append(...kids);
  return n;
};

/** marked is the text of a hit with the words that were found. Offsets count code points of the source. */
function marked(hit) {
  const text = Array.from(hit.text);
  const kids = [];
  let at = 0;
  for (const [start, end] of hit.marks) {
    kids.push(text.slice(at, start - hit.start).join(''), element('mark', text.slice(start - hit.start, end - hit.start).join('')));
    at = end - hit.start;
  }
  return [...kids, text.slice(at).join('')];
}

function show({ total, results }) {
  const outlet = (id) => document.querySelector(`.sources a[href="/articles/${CSS.escape(id)}"]`)?.parentNode;
  hits.replaceChildren(...total ? [
    element('p.note', (total === 1 ? hits.dataset.one : hits.dataset.many).replace('{0}', total)),
    ...results.map((hit) => {
      const at = element('a', ...marked(hit));
      at.href = `/articles/${hit.article}#${hit.passage}`;
      return element('div.hit', at, element('p.source', outlet(hit.article)?.querySelector('.date').textContent ?? hit.outlet));
    }),
  ] : []);
}

async function search() {
  asked?.abort();
  const q = find.value.trim();
  if (q.length < 3 && !/[\u3040-\ud7a3]{2}/.test(q)) return hits.replaceChildren(); // two letters of Japanese or Korean make a word
  asked = new AbortController();
  try {
    const r = await fetch('/v1/search?limit=8&q=' + encodeURIComponent(q), { signal: asked.signal, credentials: 'omit' });
    if (!r.ok) throw Error(r.status);
    show(await r.json());
  } catch (e) {
    if (e.name !== 'AbortError') hits.replaceChildren(); // the lists are filtered all the same
  }
}

let waiting;
find.addEventListener('input', () => {
  filter();
  clearTimeout(waiting);
  waiting = setTimeout(search, 200);
});
find.form.addEventListener('submit', (e) => {
  e.preventDefault();
  search();
});
filter();
