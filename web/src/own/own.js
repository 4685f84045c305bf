// The page "Compare your own": boxes for two to eight texts, files that are dropped, the comparison and its downloads.

import { add, el } from '../dom.js';
import { article } from './pages.js';
import { Fault, compare } from './engine.js';
import { isPage, readFile } from './files.js';
import { draw } from './result.js';
import { offer, page } from './save.js';

const most = 8;
const longest = 200_000; // code points, as data/witness has it
const own = JSON.parse(document.querySelector('#words').textContent);
const { lang } = own;
const say = (key, ...args) => (own[key] ?? key).replace(/\{(\d)\}/g, (_, i) => (args[i]?.word ? own[args[i].word] : args[i]));
const count = (n, key) => say(n === 1 ? key + '1' : key, n.toLocaleString(lang));

const form = document.querySelector('#own');
const intro = document.querySelector('#intro');
const result = document.querySelector('#result');
const cards = el('div.cards');
const status = el('p.note', { role: 'status' });
const alarm = el('p.fault', { role: 'alert' });
const bar = el('progress', { max: 1, value: 0, 'aria-label': say('comparing') });
const cancel = el('button', { type: 'button' }, say('cancel'));
const working = el('div.working', { hidden: true }, bar, cancel);
const go = el('button.main', { type: 'submit' }, say('compare'));
const more = el('button', { type: 'button' }, say('add'));
const picker = el('input', { type: 'file', multiple: true, accept: '.txt,.md,.markdown,.html,.htm,.xhtml,text/plain,text/html,text/markdown', hidden: true });
const pick = el('button', { type: 'button' }, say('files'));

/** A Card is the fields of one text. */
class Card {
  constructor() {
    this.url = '';
    const field = (name, hint, rest) => {
      const input = el(name === 'text' ? 'textarea' : 'input', { name, autocomplete: 'off', placeholder: hint, ...rest });
      this[name] = input;
      return el('label.' + name, el('span', say(name === 'text' ? 'body' : name)), input);
    };
    this.legend = el('span');
    this.gone = el('button.gone', { type: 'button' }, '×');
    this.told = el('span.count');
    this.from = el('p.note');
    this.fault = el('p.fault');
    this.root = el('fieldset.card', el('legend', this.legend), this.gone,
      field('outlet', say('outlethint')), field('published', say('datehint'), { inputmode: 'numeric' }),
      field('headline', say('headlinehint')), field('text', '', { rows: 12, spellcheck: 'false' }), this.told, this.from, this.fault);
    this.text.addEventListener('input', () => this.counted());
    this.text.addEventListener('paste', () => setTimeout(() => isPage(this.text.value) && fill(this, article(this.text.value, say('body')), say('body'))));
    this.gone.addEventListener('click', () => remove(this));
    this.root.addEventListener('input', () => this.refuse());
  }

  number(i) {
    const letter = String.fromCharCode(65 + i);
    this.letter = letter;
    this.legend.textContent = say('textn', letter);
    this.gone.setAttribute('aria-label', say('remove', letter));
    for (const [name, node] of [['fault', this.fault], ['from', this.from]]) node.id = name + letter;
    this.root.setAttribute('aria-describedby', this.from.id);
    for (const name of ['outlet', 'published', 'headline', 'text']) this[name].setAttribute('aria-describedby', this.fault.id);
  }

  counted() {
    const text = this.text.value;
    const words = text.trim() ? (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []).length : 0;
    this.told.textContent = words ? count(words, 'words') : '';
  }

  get empty() { return !this.text.value.trim() && !this.outlet.value && !this.headline.value; }

  /** refuse says what is wrong with a field, or with nothing, that all is well. */
  refuse(text = '', field = 'text') {
    this.fault.textContent = text;
    for (const name of ['outlet', 'published', 'headline', 'text']) {
      if (text && name === field) this[name].setAttribute('aria-invalid', 'true');
      else this[name].removeAttribute('aria-invalid');
    }
    if (text) this[field].focus();
  }

  /** witness is the text as the engine takes it. Line breaks are as the reader's box has them. */
  witness() {
    return { id: 'text-' + this.letter.toLowerCase(), outlet: this.outlet.value.trim() || this.letter, url: this.url,
      published: this.published.value.trim(), headline: this.headline.value.trim(), text: this.text.value };
  }
}

let all = [];

function renumber() {
  all.forEach((c, i) => {
    c.number(i);
    c.gone.hidden = all.length < 3;
  });
  more.disabled = all.length === most;
}

function another() {
  const card = new Card();
  all.push(card);
  cards.append(card.root);
  renumber();
  return card;
}

function remove(card) {
  const i = all.indexOf(card);
  all.splice(i, 1);
  card.root.remove();
  renumber();
  (all[i] ?? all.at(-1)).outlet.focus();
}

/** fill puts what was read into a card; a problem is told in it. */
async function fill(card, reading, name) {
  try {
    const { text, whole, ...known } = await reading;
    card.text.value = text;
    card.url = known.url ?? '';
    const found = [];
    for (const field of ['headline', 'outlet', 'published']) {
      if (known[field]) {
        card[field].value = known[field];
        found.push(say(field).toLowerCase());
      }
    }
    card.from.textContent = whole == null ? say('tookfile', name, say('body')) : say('tookpage', name, [say(whole ? 'whole' : 'main'), ...found].join(say('sep')));
    card.refuse();
    card.counted();
  } catch (e) {
    tell(e, card);
  }
}

/** take reads files into empty boxes and new ones. */
async function take(files) {
  alarm.textContent = '';
  show(false);
  const free = all.filter((c) => c.empty);
  const room = free.length + most - all.length;
  const list = [...files];
  if (list.length > room) alarm.textContent = say('e-many', all.length - free.length + list.length, list.slice(room).map((f) => f.name).join(say('sep')));
  for (const file of list.slice(0, room)) {
    const card = free.shift() ?? another();
    await fill(card, readFile(file).then((r) => (r.html ? article(r.html, file.name) : r)), file.name);
  }
}

function tell(e, card) {
  const text = e instanceof Fault ? say(e.key, ...e.args) : say('e-died', e.message);
  card ? card.refuse(text) : (alarm.textContent = text);
}

/** checked are the texts to compare, or null where something is to be mended first: the first of it has the focus. */
function checked() {
  const given = all.filter((c) => !c.empty);
  for (const c of all) c.refuse();
  const wrong = (card, ...what) => {
    card.refuse(say(...what));
    return null;
  };
  if (given.length < 2) return wrong(all.find((c) => c.empty), 'e-few');
  for (const c of given) {
    const n = [...c.text.value].length;
    if (n > longest) return wrong(c, 'e-long', n.toLocaleString(lang), longest.toLocaleString(lang));
    if (!/[\p{L}\p{N}]/u.test(c.text.value)) return wrong(c, 'e-nothing');
    const twin = given.find((d) => d !== c && d.text.value === c.text.value && d.outlet.value === c.outlet.value);
    if (twin && given.indexOf(twin) < given.indexOf(c)) return wrong(c, 'e-same', twin.letter);
  }
  return given;
}

const mb = (n) => (n / 1e6).toLocaleString(lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
function progress(p) {
  if (p.got) {
    bar.value = p.got / p.of;
    status.textContent = say('loading', mb(p.got), mb(p.of));
  } else if (p.starting) {
    bar.removeAttribute('value');
    status.textContent = say('starting');
  } else {
    bar.value = p.step / p.of;
    status.textContent = p.step < p.of - 1 ? say('understanding', p.step + 1, p.of - 1) : say('comparing');
  }
}

let drawn; // the comparison that stands there
let extra; // what drawing and saving load once: the words of the widget, the script of a saved page

const loadExtra = async () => ({
  text: lang === 'en' ? null : await (await fetch(`/lang/${lang}.json`)).json(),
  script: await (await fetch('/own/alone.js')).text(),
});

let running; // of the comparison that is under way
async function run() {
  alarm.textContent = '';
  const given = checked();
  if (!given) return;
  const mine = running = new AbortController();
  form.setAttribute('aria-busy', 'true');
  working.hidden = false;
  go.disabled = true;
  try {
    extra ??= await loadExtra().catch((e) => { throw new Fault('e-engine', [e.message]); });
    const bytes = await compare(given.map((c) => c.witness()), progress, mine.signal);
    put(new TextDecoder().decode(bytes));
    status.textContent = say('done', given.length);
  } catch (e) {
    if (mine !== running) return; // cancelled, and another has begun
    status.textContent = '';
    if (mine.signal.aborted) status.textContent = say('cancelled');
    else if (e.witness >= 0) given[e.witness].refuse(e.field === 'published' ? say('e-date', given[e.witness].published.value) : e.args[0], e.field in given[e.witness] ? e.field : 'text');
    else tell(e);
  } finally {
    if (mine === running) {
      form.removeAttribute('aria-busy');
      working.hidden = true;
      go.disabled = false;
    }
  }
}

/** put shows a document in place of the form. */
function put(json) {
  const doc = JSON.parse(json);
  drawn?.stop();
  drawn = draw(doc, extra.text, own);
  const again = el('button', { type: 'button' }, say('again'));
  const asJSON = el('button', { type: 'button' }, say('json'));
  const asPage = el('button', { type: 'button' }, say('page'));
  again.addEventListener('click', () => {
    show(false);
    all[0].text.focus();
  });
  asJSON.addEventListener('click', () => offer('readout.json', 'application/json', json + '\n'));
  asPage.addEventListener('click', async () => {
    const { ro } = draw(doc, extra.text, own);
    const title = ro.querySelector('h1').textContent;
    offer('readout.html', 'text/html', await page({ title, lang, ro, document: doc, words: { text: extra.text, own: { basis: own.basis, sidebyside: own.sidebyside } }, script: extra.script }));
  });
  result.replaceChildren(el('div.acts', again, asJSON, asPage), drawn.ro);
  drawn.start();
  show(true);
  result.focus();
  scrollTo({ top: 0, behavior: 'instant' });
}

/** show turns between the form and the comparison. */
function show(done) {
  if (done === form.hidden) return;
  form.hidden = intro.hidden = done;
  result.hidden = !done;
}

form.append(el('p.note', say('how')), cards, el('div.acts', more, pick, picker), alarm, el('div.acts.go', go, working), status);
another();
another();
form.addEventListener('submit', (e) => {
  e.preventDefault();
  run();
});
cancel.addEventListener('click', () => {
  running.abort(Error('cancelled'));
  go.disabled = false;
  go.focus();
});
more.addEventListener('click', () => another().outlet.focus());
pick.addEventListener('click', () => picker.click());
picker.addEventListener('change', async () => {
  await take(picker.files);
  picker.value = '';
});
const dropped = (e) => [...e.dataTransfer?.types ?? []].includes('Files');
for (const [type, on] of [['dragover', true], ['dragleave', false], ['drop', false]]) {
  addEventListener(type, (e) => {
    if (!dropped(e)) return;
    e.preventDefault(); // else the browser would leave the page for the file
    document.body.classList.toggle('over', on);
    if (type === 'drop') take(e.dataTransfer.files);
  });
}
