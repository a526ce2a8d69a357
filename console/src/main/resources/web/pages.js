import { html } from 'lit';
import { TRACE_KEYS } from './trace/trace-keys.js';

/** What the navigation names. */
export const SECTIONS = [
  { id: 'traces', name: 'Traces', href: '/traces' },
  { id: 'sessions', name: 'Sessions', href: '/sessions' },
  { id: 'stories', name: 'Stories', href: '/stories' },
  { id: 'users', name: 'Users', href: '/users' },
  { id: 'live', name: 'Live', href: '/live' },
  { id: 'dashboards', name: 'Dashboards', href: '/dashboards' },
  { id: 'alerts', name: 'Alerts', href: '/alerts' },
  { id: 'settings', name: 'Settings', href: '/settings' },
  { id: 'audit', name: 'Audit', href: '/audit', role: 'admin' },
];

const LIST_KEYS = [
  ['j, k', 'next and previous row'],
  ['Enter', 'open the row'],
  ['p', 'peek at the row'],
  ['Esc', 'close the peek'],
  ['/', 'search'],
];

/** A kind of page: which paths it is for, which module draws it, and how. */
function page(pattern, section, title, load, tag, draw, more = {}) {
  return { pattern, section, title, load, tag, draw, keys: [], ...more };
}

const groups = (section, title, one) => [
  page(new RegExp(`^/${section}(?:/([^/]+))?/?$`), section, title, () => import('./pages/groups.js'), 'narrative-groups-page',
    ({ params: [id], query }) => html`<narrative-groups-page kind=${section} one=${one} .groupId=${id ?? query.id ?? ''} .query=${query}></narrative-groups-page>`,
    { keys: LIST_KEYS }),
];

const PAGES = [
  page(/^\/(?:traces\/?)?$/, 'traces', 'Traces', () => import('./pages/traces.js'), 'narrative-traces-page',
    ({ query }) => html`<narrative-traces-page .query=${query}></narrative-traces-page>`, { keys: LIST_KEYS }),
  page(/^\/traces\/([0-9a-fA-F-]+)\/?$/, 'traces', 'Trace', () => import('./trace/trace-page.js'), 'narrative-trace-page',
    ({ params: [id], query }) => html`<narrative-trace-page trace-id=${id} .query=${query}></narrative-trace-page>`, { wide: true, keys: TRACE_KEYS }),
  page(/^\/compare\/?$/, 'traces', 'Compare', () => import('./compare/compare-page.js'), 'narrative-compare-page',
    ({ query }) => html`<narrative-compare-page .query=${query}></narrative-compare-page>`, { wide: true }),
  ...groups('sessions', 'Sessions', 'session'),
  ...groups('stories', 'Stories', 'story'),
  ...groups('users', 'Users', 'user'),
  page(/^\/live\/?$/, 'live', 'Live', () => import('./pages/live.js'), 'narrative-live-page',
    ({ query }) => html`<narrative-live-page .query=${query}></narrative-live-page>`),
  page(/^\/dashboards\/?$/, 'dashboards', 'Dashboards', () => import('./pages/dashboards.js'), 'narrative-dashboards-page',
    ({ query }) => html`<narrative-dashboards-page .query=${query}></narrative-dashboards-page>`),
  page(/^\/alerts\/?$/, 'alerts', 'Alerts', () => import('./pages/alerts.js'), 'narrative-alerts-page',
    () => html`<narrative-alerts-page></narrative-alerts-page>`),
  page(/^\/settings\/?$/, 'settings', 'Settings', () => import('./pages/settings.js'), 'narrative-settings-page',
    () => html`<narrative-settings-page></narrative-settings-page>`),
  page(/^\/audit\/?$/, 'audit', 'Audit', () => import('./pages/audit.js'), 'narrative-audit-page',
    ({ query }) => html`<narrative-audit-page .query=${query}></narrative-audit-page>`),
];

const NOWHERE = page(/.*/, '', 'Not found', () => Promise.resolve(), '',
  ({ path }) => html`<h1>There is no such page</h1><p>${path} is not a page of the console. <a href="/traces">The traces</a> are a good place to begin.</p>`);

/** The page of an address. */
export function pageOf({ path, query }) {
  for (const candidate of [...PAGES, NOWHERE]) {
    const match = candidate.pattern.exec(path);
    if (match) {
      const at = { path, query, params: match.slice(1).map((part) => part && decodeURIComponent(part)) };
      return { ...candidate, params: at.params, draw: () => candidate.draw(at) };
    }
  }
  return NOWHERE;
}
