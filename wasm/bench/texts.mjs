// Eight invented accounts of one meeting, about 700 words each: the same facts in each outlet's own order and words, and some that
// only one tells. The same texts at every run.

const actors = [['Norwegian Foreign Minister Anna Berg', 'Berg', 'the Norwegian minister', 'Oslo'], ['Finnish Foreign Minister Eero Salo', 'Salo', 'his Finnish colleague', 'Helsinki'], ['The Fisheries Agency', 'The agency', 'officials of the agency', 'the agency']];
const acts = [['said', 'told reporters', 'stressed', 'explained'], ['proposed', 'suggested', 'put forward the idea', 'asked'], ['demanded', 'urged', 'insisted', 'called on all sides to accept']];
const things = ['the cod quota', 'the ferry between Kemi and Vardo', 'the harbour dues in Tromso', 'the fleet of small boats', 'the price of herring', 'the joint patrols', 'the budget for research', 'the number of inspectors', 'the season for shrimp', 'the rules for nets', 'the fines for poachers', 'the tax on fuel'];
const moves = [['be cut', 'be reduced', 'shrink', 'fall'], ['be raised', 'be increased', 'grow', 'go up'], ['be opened again', 'be resumed', 'return', 'come back']];
const ends = ['from next year', 'before the winter', 'by the end of June', 'as scientists had asked in March', 'although fishermen in Bergen protested', 'once both parliaments agree'];
const own = ['Snow fell on the harbour as the motorcade passed.', 'A choir of schoolchildren sang for the guests.', 'The hotel had been closed to the public for a day.', 'Shares of two trawler companies rose by 4 percent.', 'Nobody answered questions on the way out.', 'The lunch was salmon, not cod, a diplomat noted.', 'A small group held banners outside the ministry.', 'The interpreter was the same as in 2017.'];

/** texts gives n accounts as the page would pack them. */
export function texts(n) {
  let state = 1;
  const next = (k) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % k; };
  const facts = Array.from({ length: 60 }, (_, i) => ({ actor: actors[i % 3], act: acts[next(3)], thing: things[next(12)], move: moves[next(3)], number: 5 + next(60), end: ends[next(6)] }));
  return Array.from({ length: n }, (_, o) => {
    const sentences = facts.filter((_, i) => (i * 7 + o * 5) % 10 < 7).map((f) =>
      `${f.actor[next(4) % 3]} ${f.act[next(4)]} that ${f.thing} should ${f.move[next(4)]} by ${f.number} percent ${f.end}.`.replace(/^./, (c) => c.toUpperCase()));
    sentences.splice(5, 0, own[o]);
    let text = `Ministers of Norway and Finland agree on the sea, part ${o + 1}\n\nHELSINKI - Norwegian Foreign Minister Anna Berg met Finnish Foreign Minister Eero Salo in Helsinki on Thursday.`;
    for (let i = 0, words = 30; i < sentences.length && words < 700; i++) {
      text += (i % 3 ? ' ' : '\n\n') + sentences[i];
      words += sentences[i].split(' ').length;
    }
    return { id: 'text-' + 'abcdefgh'[o], outlet: ['Oslo Times', 'Helsinki Post', 'Nordic Wire', 'Bergen Daily', 'Vardo News', 'Baltic Review', 'Kemi Gazette', 'Sea Journal'][o], published: '2019-05-10', text: text + '\n' };
  });
}

/** pairs gives n pairs of sentences in which two outlets tell the same fact. */
export function pairs(n) {
  let state = 7;
  const next = (k) => { state = (state * 1103515245 + 12345) % 2147483648; return Math.floor(state / 65536) % k; };
  return Array.from({ length: n }, (_, i) => {
    const [actor, act, thing, move, number, end] = [actors[i % 3], acts[next(3)], things[next(12)], moves[next(3)], 5 + next(60), ends[next(6)]];
    const tell = () => `${actor[next(4) % 3]} ${act[next(4)]} that ${thing} should ${move[next(4)]} by ${number} percent${next(3) ? ' ' + end : ''}.`.replace(/^./, (c) => c.toUpperCase());
    return [tell(), tell()];
  });
}
