// Filters the lists of the start page as a reader types. Words are looked for in each line, in any order.

const find = document.querySelector('#find');
const fold = (s) => s.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const lines = [...document.querySelectorAll('.index li')].map((li) => [li, fold(li.textContent + ' ' + [...li.querySelectorAll('[title]')].map((t) => t.title).join(' ') + ' ' + (li.closest('.year')?.querySelector('h3').textContent ?? ''))]);

function filter() {
  const want = fold(find.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [li, text] of lines) {
    li.hidden = !want.every((w) => text.includes(w));
    shown += !li.hidden;
  }
  for (const box of document.querySelectorAll('.year, .sec')) box.hidden = !box.querySelector('li:not([hidden])');
  find.form.querySelector('output').value = want.length ? `${shown} of ${lines.length}` : '';
}

find.addEventListener('input', filter);
find.form.addEventListener('submit', (e) => e.preventDefault());
filter();
