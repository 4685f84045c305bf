// What a comparison in another language than English needs besides its words: titles in it, and English marked as English (WCAG 2.2,
// 3.1.2). Loaded for such pages alone. web/foreign.go is its twin on the server.

import { region } from './region.js';

const latin = /([A-Za-z][A-Za-z0-9'’.,&()/–— -]*[A-Za-z0-9.)])/;
const word = /[a-z]{2}/;

/** tongues marks what stands in a tree whose surroundings are in a language, and gives the tree. */
export function tongues(n, lang) {
  lang = n.getAttribute('lang') || lang;
  if (/^(text|title|option|code)$/.test(n.localName)) return n;
  const here = LANGUAGES.indexOf(lang) > 0;
  const text = n.textContent.trim();
  if (here && !n.hasAttribute('lang') && word.test(text) && text.match(latin)?.[0] === text && [...n.children].every((k) => k.className === 'nb')) n.lang = LANGUAGES[0];
  else {
    for (const k of [...n.childNodes]) {
      if (k.nodeType === 1) tongues(k, lang);
      else if (here && word.test(k.data)) k.replaceWith(...k.data.split(latin).filter(Boolean).map((s) => {
        if (!word.test(s)) return s;
        const span = document.createElement('span');
        span.lang = LANGUAGES[0];
        span.append(s);
        return span;
      }));
    }
  }
  return n;
}

/** titled is a meeting's title in the page's language. A title with anything in it that is not known, such as a headline, stays as it is. */
export function titled(w, m, people = []) {
  const [, kind, by, ...lists] = /^(.+?) (between|with|by|in) (.+?)(?: to (.+))?$/.exec(m.title) ?? [];
  const names = lists.filter(Boolean).map((list) => list === m.place ? [place(w, list)] : list.split(/, | and /).map((name) => called(w, name, m, people)));
  if (!w.text[kind] || !w.text['t-' + by] || names.flat().some((n) => !n)) return m.title;
  return w.say('t-' + (names[1] ? 'to' : by), w.text[kind], ...names.map((n) => n.join(w.say('sep'))));
}

/** called is a name of a title in the page's language, nothing for what is none. */
function called(w, name, m, people) {
  const [, side, of] = /^(a delegation from|officials of) (.*)$/.exec(name) ?? [];
  if (side) return country(w, of) && w.say(side, country(w, of));
  const p = people.find((one) => one.name === name);
  if (p) return person(w, p);
  return m.bodies?.includes(name) ? name : country(w, name);
}

/** person is the name of somebody, in the script of the country where that is the page's. A Latin name stays in one piece. */
export const person = (w, p) => p.country === w.text.homeland && p.native || p.name.replace(/ /g, '\u00a0');

/** heard is the name of who speaks in the page's language, as far as the document and the files of words have one. */
export function heard(w, name, id, people = []) {
  const p = people.find((one) => one.id === id);
  return p ? person(w, p) : country(w, name) || w.say(name);
}

const bare = (s) => s.replace(/^the /, '');
const codes = new Map(); // of countries, by English name: as we call them and as the browser does

/** country is the name of a country whose English name is given, nothing for what is none. */
function country(w, name) {
  if (!codes.size) {
    const names = new Intl.DisplayNames('en', { type: 'region' });
    for (let i = 676; i--;) { // ZZ to AA: what has two codes gets the first ("GB", not "UK")
      const code = String.fromCharCode(65 + i / 26, 65 + i % 26);
      for (const name of [w.english[code] ?? code, names.of(code)]) codes.set(bare(name), code);
    }
  }
  const code = codes.get(bare(name));
  return code && region(w, code);
}

/** place is the name of a place in the page's language, as far as the files of words have it. */
export const place = (w, name) => name.split(', ').map((p) => country(w, p) || w.say(p)).join(w.say('sep'));
