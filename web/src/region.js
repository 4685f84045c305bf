/**
 * region is the name of a country by its code: the browser knows all, those that we call otherwise stand in the files of words.
 * web/regions.json has the browser's for the server.
 */
export const region = (w, code) => w.text[code] ?? new Intl.DisplayNames(w.say('lang'), { type: 'region' }).of(code);
