// The words of the interface. web/words.go is its twin on the server; both read web/lang.

import { widget } from '../lang/en.json';

const en = { ...widget };

/** teach adds English words that came with a later part of the widget. */
export const teach = (more) => Object.assign(en, more);

export const day = /^[[{]?(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

/** Words says things in one language. */
export class Words {
  /** text is the parsed file of a language, nothing for English. */
  constructor(text) { this.text = text ? { ...text.widget, ...text.full } : en; }

  /** say is the text of a key with {0}, {1} … replaced; a key without a text is its own text. */
  say(key, ...args) {
    return (this.text[key] ?? en[key] ?? key).replace(/\{(\d)\}/g, (_, i) => args[i]);
  }

  /** count is say for n things; key + "1" is the text for exactly one where a language has it. */
  count(n, key, ...args) {
    return this.say(n === 1 && this.text[key + 1] ? key + 1 : key, ...args);
  }

  /** title is say with a capital at its beginning. */
  title(key) {
    const s = this.say(key);
    return s[0].toUpperCase() + s.slice(1);
  }

  num(n) { return this.text.nums[n] ?? String(n); }

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
      return this.say('range', this.date(a, short), this.date(b, short));
    }
    const [d, clock = ''] = s.split(/T(.*)/s);
    const plain = d.replace(/[?~%]+$/, '');
    const [y, m, dd, more] = plain.split('-');
    if (y.length !== 4 || more != null) return s;
    let out = this.say('y', '', '', y);
    if (m) {
      const month = this.text.months[m - 1]?.slice(0, short ? this.text.monthletters : 99);
      if (!month) return s;
      out = this.say(dd ? short ? 'dm' : 'dmy' : short ? 'm' : 'my', dd ? dd.replace(/^0/, '') : '', month, y);
    }
    if (clock.length > 4) out += ', ' + clock.slice(0, 5);
    return plain === d ? out : this.say('about', out);
  }
}
