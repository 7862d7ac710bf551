// Addresses: #/page?name=value. A view can be bookmarked and sent on.

/** @returns {{page: string, params: Record<string, string>}} */
export const here = () => parse(location.hash);

/** The address of a page, empty parameters left out. */
export function address(page, params = {}) {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== null && value !== undefined && value !== '')).toString();
  return `#/${page}${query ? `?${query}` : ''}`;
}

/** Notes a choice made on a page, without showing the page anew; Back returns to the choice before. */
export function note(page, params) {
  const next = address(page, params);
  if (next !== location.hash) history.pushState(null, '', next);
}

/** Notes choices beside those that the address holds, and has the page's links take them along. */
export function noteBeside(page, changes) {
  note(page, { ...here().params, ...changes });
  for (const link of document.querySelectorAll(`main a[href^="#/${page}?"]`)) link.setAttribute('href', address(page, { ...parse(link.hash).params, ...changes }));
}

function parse(hash) {
  const [path, query] = hash.replace(/^#\/?/, '').split('?');
  return { page: path, params: Object.fromEntries(new URLSearchParams(query)) };
}
