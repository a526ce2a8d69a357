import { VIEWS } from './trace-state.js';

const ACTIONS = {
  n: (page) => page.step('matches', 1),
  N: (page) => page.step('matches', -1),
  e: (page) => page.step('errors', 1),
  E: (page) => page.step('errors', -1),
  m: (page) => page.choose({ only: page.state.only === 'matches' ? '' : 'matches' }),
  x: (page) => page.choose({ only: page.state.only === 'errors' ? '' : 'errors' }),
  c: (page) => page.choose({ only: page.state.only === 'calls' ? '' : 'calls' }),
  p: (page) => page.choose({ path: !page.state.path }),
  z: (page) => page.choose({ zoom: '' }),
  '[': (page) => page.choose({ depth: Math.max(1, shownDepth(page) - 1) }),
  ']': (page) => page.choose({ depth: shownDepth(page) + 1 > deepest(page) ? Infinity : shownDepth(page) + 1 }),
  '/': (page) => page.querySelector('input[type=search]')?.focus(),
  Escape: (page) => page.choose({ span: '' }),
};

/** Does what a key pressed anywhere on the page asks for, unless somebody writes or a dialog is open. */
export function pageKey(event, page) {
  const writes = event.composedPath().some((node) => node instanceof HTMLElement && node.matches('input, textarea, select, dialog'));
  if (writes || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !page.view) {
    return;
  }
  const view = VIEWS[Number(event.key) - 1];
  const action = view ? () => page.choose({ view }) : ACTIONS[event.key];
  if (action) {
    event.preventDefault();
    action(page);
  }
}

function deepest(page) {
  return page.view.model.depth.reduce((most, depth) => Math.max(most, depth), 0);
}

function shownDepth(page) {
  return Number.isFinite(page.state.depth) ? page.state.depth : deepest(page);
}
