// In a comparison that was downloaded as one file: the table that stands there is drawn again, with its controls. All it needs is in
// the file; its policy allows no connection.

import { draw } from './result.js';

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const { text, own } = read('words');
const drawn = draw(read('document'), text, own);
document.querySelector('.ro').replaceWith(drawn.ro);
drawn.start();
