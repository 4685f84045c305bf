// In an iframe: tells the page around it how high it is. The messages are those of Pym and of AMP's amp-iframe, so that a host
// needs no script of ours; the height says nothing of a reader, so it may go to any origin.

let last = 0;
const tell = () => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === last || parent === window) return;
  last = height;
  const child = new URLSearchParams(location.search).get('childId') ?? '0';
  parent.postMessage(`pymxPYMx${child}xPYMxheightxPYMx${height}`, '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
};
new ResizeObserver(tell).observe(document.body);
