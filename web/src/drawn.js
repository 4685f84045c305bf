// Series and issues, which the server draws; loaded where one is asked for.

/** page fetches a comparison that the server has drawn. XMLHttpRequest parses HTML without running it, under Trusted Types too. */
export function page(root, path) {
  return new Promise((resolve, reject) => {
    const x = new XMLHttpRequest();
    x.open('GET', root + path);
    x.responseType = 'document';
    x.timeout = 20000;
    x.onload = () => {
      const ro = x.response?.querySelector('.ro');
      if (x.status !== 200 || !ro) return reject(new Error(x.status + ' ' + path));
      for (const a of ro.querySelectorAll('a[href^="/"]')) a.setAttribute('href', root + a.getAttribute('href'));
      resolve(document.adoptNode(ro));
    };
    x.onerror = x.ontimeout = () => reject(new Error('unreachable ' + path));
    x.send();
  });
}

/** style fetches the stylesheet of our pages: it has the rules for what the server draws. */
export const style = async (root) => (await fetch(root + '/readout.css', { credentials: 'omit' })).text();
