// The tree of calls that builds the comparison. web/node.go is its twin on the server.

const drawn = new Set(['svg', 'line', 'rect', 'circle', 'text', 'path']);

// Classes that a host may style: the first class of an element, as ::part.
const parts = { head: 'head', bill: 'bill', strip: 'strip', bar: 'bar', pt: 'point', claim: 'claim', tile: 'tile', rd: 'reading', src: 'source', om: 'omission', clash: 'difference', terms: 'terms', voices: 'voices', foot: 'foot' };

/** el makes an element: "tag.class.class", then text, elements, lists of them, {attribute: value} or nothing. */
export function el(sel, ...kids) {
  const [tag, ...classes] = sel.split('.');
  const n = drawn.has(tag) ? document.createElementNS('http://www.w3.org/2000/svg', tag) : document.createElement(tag);
  if (classes.length) n.setAttribute('class', classes.join(' '));
  if (parts[classes[0]]) n.setAttribute('part', parts[classes[0]]);
  return add(n, kids);
}

/** add appends kids to n. A function as attribute listens to the event of that name. */
export function add(n, kids) {
  for (const k of kids.flat(9)) {
    if (k == null || k === false || k === '') continue;
    if (typeof k !== 'object' || k.nodeType) n.append(k);
    else for (const [name, v] of Object.entries(k)) {
      if (typeof v === 'function') n.addEventListener(name, v);
      else if (v != null && v !== false) n.setAttribute(name, v === true ? '' : v);
    }
  }
  return n;
}
