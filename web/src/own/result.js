// The comparison of texts that are in no dataset: the widget's own view, without what only a dataset has (pages of its own,
// addresses of articles, a status where the texts tell of no meeting).

import { el } from '../dom.js';
import { Full, english } from '../full.js';
import { Words, teach } from '../words.js';
import * as foreign from '../foreign.js';
import * as more from '../more.js';
import { webAddress } from '../cite.js';

teach({ ...english, ...more.english });

class Result extends Full {
  constructor(doc, words, own) {
    super(doc, words, '');
    this.own = own;
    this.extra = more; // a downloaded page has nothing to load from
    if (words.say('lang') !== LANGUAGES[0]) this.foreign = foreign;
    const { cite } = this;
    const link = cite.link.bind(cite);
    cite.link = (article, p, text) => webAddress(cite.article[article].url) ? link(article, p, text) : el('span', text);
    const address = cite.address.bind(cite);
    cite.address = (article, p) => webAddress(cite.article[article].url) ? address(article, p) : null;
  }

  get unmet() { return this.doc.basis === 'side-by-side'; }

  status(article) { return this.cov[article].status ? super.status(article) : null; }

  label(article) { return this.cov[article].status && super.label(article); }

  compared() {
    return this.arts.some((a) => !this.cov[a.id].status) ? this.say('accounts', this.w.num(this.arts.length)) : super.compared();
  }

  head(h) {
    if (!this.unmet) return super.head(h);
    return el('div.head', el('p.kick', el('b', this.own.basis)), el(h, this.headline()), this.summary(), el('p.note', this.own.sidebyside));
  }

  headline() { return this.unmet ? this.m.title : super.headline(); }

  foot() { return el('footer.foot', el('span', this.say('made')), el('span.logo', 'Read', el('i'), 'out')); }
}

/** draw gives the comparison as an element, and start and stop for its controls. text are the widget's words, none for English. */
export function draw(doc, text, own) {
  const view = new Result(doc, new Words(text), own);
  const ro = view.full();
  for (const wide of ro.querySelectorAll('.scroll')) wide.tabIndex = 0; // without links in it, a keyboard could not scroll it
  let controls;
  return {
    ro,
    start() { controls = new more.Controls({ keys: '', view: '' }, ro, view, () => {}); },
    stop() { controls?.stop(); },
  };
}
