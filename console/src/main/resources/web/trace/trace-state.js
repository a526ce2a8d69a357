/**
 * What a visitor chose on a trace's page, as its address has it. `span` an id, `q` what is searched, `only` what is let
 * through, `view` how it is drawn, `path` whether the critical path stands out, `depth` from where on all is collapsed,
 * `zoom` the time in sight.
 */
export const VIEWS = ['waterfall', 'flame', 'statistics', 'flow'];
export const FILTERS = ['matches', 'errors', 'calls'];

export function fromQuery(query = {}) {
  const depth = Number.parseInt(query.depth, 10);
  return {
    span: query.span ?? '',
    q: query.q ?? '',
    only: FILTERS.includes(query.only) ? query.only : '',
    view: VIEWS.includes(query.view) ? query.view : 'waterfall',
    path: query.path === '1',
    depth: depth >= 0 ? depth : Infinity,
    zoom: query.zoom ?? '',
  };
}

/** The parameters of an address; what is usual is left out. */
export function toQuery(state) {
  return {
    span: state.span,
    q: state.q,
    only: state.only,
    view: state.view === 'waterfall' ? '' : state.view,
    path: state.path ? '1' : '',
    depth: Number.isFinite(state.depth) ? String(state.depth) : '',
    zoom: state.zoom,
  };
}

export function isSame(a, b) {
  return Object.keys(a).every((name) => Object.is(a[name], b[name]));
}
