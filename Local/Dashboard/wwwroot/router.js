// Addresses: #/page?name=value. A view can be bookmarked and sent on.

/** @returns {{page: string, params: Record<string, string>}} */
export function here() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  return { page: path, params: Object.fromEntries(new URLSearchParams(query)) };
}

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
