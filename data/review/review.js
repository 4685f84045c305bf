// What the review page does beyond forms: keys for the questions, copying an entry, and going on with the next question after a
// decision. Everything works without it.
const questions = [...document.querySelectorAll('.question')];
const keys = document.querySelector('.keys');
if (keys && questions.length) keys.hidden = false;

const go = (to) => {
  const q = questions[Math.max(0, Math.min(questions.length - 1, to))];
  q?.focus();
  q?.scrollIntoView({ block: 'start' });
};
const here = () => questions.findIndex((q) => q.contains(document.activeElement));

document.addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input, textarea, select')) return;
  if (e.key === 'j') go(here() + 1);
  else if (e.key === 'k') go(here() - 1);
  else if (e.key === 's' || e.key === 'd') questions[here()]?.querySelector(`[data-key="${e.key}"]`)?.click();
  else return;
  e.preventDefault();
});

for (const b of document.querySelectorAll('.copy')) {
  b.hidden = false;
  b.addEventListener('click', async () => {
    await navigator.clipboard.writeText(b.previousElementSibling.value);
    b.textContent = 'Copied';
  });
}

// A decided question has left the page: remember its place before the form goes off, and come back to what now stands there.
const place = 'readout-review-place';
for (const q of questions) {
  q.querySelector('form')?.addEventListener('submit', () => sessionStorage.setItem(place, String(questions.indexOf(q))));
}
const main = document.querySelector('main[data-next]');
if (main && sessionStorage.getItem(place) !== null) {
  const n = Number(sessionStorage.getItem(place));
  sessionStorage.removeItem(place);
  history.replaceState(null, '', '/');
  if (questions.length) go(n);
}
