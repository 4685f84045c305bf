// The words of the interface. web/words.go is its twin on the server; both read web/lang.

import { widget } from '../lang/en.json';

const en = { ...widget };

/** teach adds English words that came with a later part of the widget. */
export const teach = (more) => Object.assign(en, more);

export const day = /^[[{]?(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

/** cut is the beginning of s, at most about n code points, cut at a space. */
export function cut(s, n) {
  const r = Array.from(s.trimEnd());
  if (r.length <= n) return r.join('');
  const short = r.slice(0, n).join('');
  return short.replace(/(?<=.)\s\S*$/su, '') + ' …';
}

/** isolated is s as it may stand in a line of ours: what has letters of Arabic or Hebrew is isolated, or digits beside it would join it. */
export const isolated = (s) => /[\u0590-\u08ff\ufb1d-\ufefc]/.test(s) ? `\u2068${s}\u2069` : s;

/** Words says things in one language. */
export class Words {
  /** text is the parsed file of a language, nothing for English. */
  constructor(text) {
    this.english = en;
    this.text = text ? { ...text.widget, ...text.full, ...text.more, ...text.names } : en;
  }

  /** say is the text of a key with {0}, {1} … replaced; a key without a text is its own text. */
  say(key, ...args) {
    const text = this.text[key] ?? en[key] ?? key;
    return args.length ? text.replace(/\{(\d)\}/g, (_, i) => isolated(args[i])) : text;
  }

  /** named is what something of the registry is called in the page's language, its English name where there is none. */
  named(x) { return x.names?.[this.say('lang')] ?? x.title ?? x.concept; }

  /** tongue is the name of a language by its code: the browser knows all. web/tongues.json has them for the server. */
  tongue(code) { return new Intl.DisplayNames(this.say('lang'), { type: 'language' }).of(code); }

  /** count is say for n things; key + "1" is the text for exactly one where a language has it. */
  count(n, key, ...args) {
    return this.say(n === 1 && this.text[key + 1] ? key + 1 : key, ...args);
  }

  /** path is the address of a page in this language. */
  path(path) { return (this.say('lang') === 'en' ? '' : '/' + this.say('lang')) + path; }

  /** title is say with a capital at its beginning. */
  title(key) { return this.upper(this.say(key)); }

  /** upper is s with a capital at its beginning. */
  upper(s) { return s.replace(/^./u, (c) => c.toUpperCase()); }

  num(n) { return n < 10 && this.text.nums[n] || String(n); }

  /** number is n with its thousands apart. */
  number(n) { return String(n).replace(/\B(?=(\d{3})+$)/g, ','); }

  /** date is an EDTF date in words; what it does not understand it returns as it is. */
  date(s, short) {
    const inner = s.replace(/^[[{]|[\]}]$/g, '');
    if (inner !== s) {
      const [a, b] = inner.split(inner.includes('..') ? '..' : /,(.*)/s);
      return b == null ? this.date(a, short) : this.say('oneof', this.date(a, short), this.date(b, short));
    }
    if (s.includes('/')) {
      const [a, b] = s.split(/\/(.*)/s);
      if (!a || a === '..') return this.say('until', this.date(b, short));
      if (!b || b === '..') return this.say('from', this.date(a, short));
      if (a.length + b.length === 20 && a.slice(0, 8) === b.slice(0, 8)) return this.calendar(a.slice(0, 8) + this.say('days', +a.slice(8), +b.slice(8)), short);
      return this.say('range', this.date(a, short), this.date(b, short));
    }
    const [d, clock = ''] = s.split(/T(.*)/s);
    const plain = d.replace(/[?~%]+$/, '');
    let out = this.calendar(plain, short);
    if (!out) return s;
    if (clock[4]) out += ', ' + clock.slice(0, 5);
    const key = d[plain.length]; // ? is uncertain, ~ approximate, % both
    return key ? this.say(short && key === '?' ? '??' : key, out) : out;
  }

  calendar(s, short) {
    const [y, m, d = ''] = s.split('-', 3);
    if (y.length !== 4) return '';
    const month = this.text.months[m - 1]?.slice(0, short ? this.text.monthletters : 99);
    if (!m) return this.say('y', '', '', y);
    return month ? this.say(d ? short ? 'dm' : 'dmy' : short ? 'm' : 'my', d.replace(/^0/, ''), month, y) : '';
  }
}
