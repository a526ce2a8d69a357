/**
 * Where the visitor is. All that a page shows by choice stands in the address, so that a link shows the same, and Back
 * goes back.
 */

export const route = new EventTarget();

/** The path, and the parameters of the query. */
export function here() {
  return { path: location.pathname, query: Object.fromEntries(new URLSearchParams(location.search)) };
}

/** Goes to an address of the console. */
export function go(href, { replace = false } = {}) {
  if (href === location.pathname + location.search) {
    return;
  }
  history[replace ? 'replaceState' : 'pushState'](null, '', href);
  route.dispatchEvent(new Event('change'));
}

/** Changes parameters of the query; `undefined` and '' take one away. */
export function change(changes, options) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === null || value === '') {
      query.delete(name);
    } else {
      query.set(name, value);
    }
  }
  const text = query.toString();
  go(location.pathname + (text ? `?${text}` : ''), options);
}

/** Ids that a path can have; others go into the query, since servers refuse some characters in paths. */
const PLAIN = /^[\w~:@-][\w.~:@-]*$/;

/** The page of a session, story or user: `kind` is `sessions`, `stories` or `users`. */
export function groupPath(kind, id) {
  return PLAIN.test(id) ? `/${kind}/${id}` : `/${kind}?${new URLSearchParams({ id })}`;
}

export function tracePath(id, spanId) {
  return spanId ? `/traces/${id}?span=${spanId}` : `/traces/${id}`;
}

function followLink(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement || node instanceof SVGAElement);
  if (!link || link.hasAttribute('download') || link.getAttribute('target') || link.getAttribute('href')?.startsWith('#')) {
    return;
  }
  const url = new URL(link.getAttribute('href') ?? '', location.href);
  if (url.origin !== location.origin || /^\/(api|web|lib|login)(\/|$)/.test(url.pathname)) {
    return;
  }
  event.preventDefault();
  go(url.pathname + url.search);
}

/** Follows links and the browser's buttons from now on. */
export function start() {
  window.addEventListener('popstate', () => route.dispatchEvent(new Event('change')));
  document.addEventListener('click', followLink);
}
