import { cost, duration, tokens } from './figures.js';
import { line } from '../../lib/format.js';
import { CALL, CIRCLE, ERROR, INTERRUPTED, MISSING_PARENT, RUNNING, SKEWED } from '../model/flags.js';
import { part } from './grid-parts.js';
import { drawBar, newBar } from './span-bar.js';

/** Deeper than that nothing is indented any more: the name would have no room. */
const DEEPEST = 14;

const NOTES = [
  [MISSING_PARENT, '⚠', 'its parent is missing'],
  [CIRCLE, '↺', 'its parents lead back to itself'],
  [SKEWED, '⇤', 'it begins before its parent: clocks differ'],
];

/** A row of the treegrid, without what it shows. */
export function newRow() {
  const row = part('div', 'row', 'row');
  row.name = row.appendChild(part('div', 'cell name', 'gridcell'));
  row.twisty = row.name.appendChild(part('span', 'twisty'));
  row.twisty.setAttribute('aria-hidden', 'true');
  row.type = row.name.appendChild(part('span', 'type'));
  row.sign = row.name.appendChild(part('span', 'sign'));
  row.label = row.name.appendChild(part('span', 'label'));
  row.note = row.name.appendChild(part('span', 'note'));
  row.time = row.appendChild(part('div', 'cell time figure', 'gridcell'));
  row.tokens = row.appendChild(part('div', 'cell tokens figure', 'gridcell'));
  row.cost = row.appendChild(part('div', 'cell cost figure', 'gridcell'));
  row.timeline = row.appendChild(part('div', 'cell timeline', 'gridcell'));
  row.bar = newBar(row.timeline);
  return row;
}

/** Writes a span into a row. `at` is what the grid shows: model, rows, scale, matches, path. */
export function writeSpan(row, at, i) {
  const { model, rows } = at;
  const failed = model.has(i, ERROR);
  row.className = [
    'row', 'type-' + model.types[i], failed && 'failed', rows.isWay(i) && 'way', at.matches.has(i) && 'match',
    at.path && (at.path[i] >= 0 ? 'critical' : 'aside'), i === at.selected && 'selected',
  ].filter(Boolean).join(' ');
  row.style.setProperty('--depth', Math.min(model.depth[i], DEEPEST));
  row.setAttribute('aria-level', model.depth[i] + 1);
  row.setAttribute('aria-setsize', model.siblings[i]);
  row.setAttribute('aria-posinset', model.place[i] + 1);
  row.setAttribute('aria-selected', i === at.selected);
  row.removeAttribute('aria-label');
  expandable(row, model.hasChildren(i), !rows.isCollapsed(i));
  row.type.textContent = model.types[i] === 'span' ? '' : line(model.types[i], 20);
  row.sign.textContent = failed ? '✗' : '';
  row.label.textContent = row.label.title = line(model.names[i]) || '(no name)';
  note(row, model, i, failed);
  row.time.textContent = model.has(i, RUNNING) ? 'running' : model.has(i, INTERRUPTED) ? 'cut off' : duration(model.duration(i));
  const counted = model.has(i, CALL) || model.inputTokens[i] + model.outputTokens[i] > 0;
  row.tokens.textContent = counted ? tokens(model.inputTokens[i], model.outputTokens[i]) : '';
  row.cost.textContent = cost(model.cost[i]);
  row.timeline.hidden = false;
  drawBar(row.bar, at, i);
}

/** Writes into a row that siblings are folded away here. */
export function writeFold(row, fold, model) {
  const depth = fold.parent < 0 ? 0 : model.depth[fold.parent] + 1;
  const failed = fold.errors === 0 ? '' : `, ${fold.errors} ${fold.errors === 1 ? 'error' : 'errors'} among them`;
  row.className = 'row fold';
  row.style.setProperty('--depth', Math.min(depth, DEEPEST));
  row.setAttribute('aria-level', depth + 1);
  row.removeAttribute('aria-setsize');
  row.removeAttribute('aria-posinset');
  row.setAttribute('aria-selected', 'false');
  expandable(row, true, false);
  row.type.textContent = '';
  row.sign.textContent = '';
  row.label.textContent = `${fold.spans.toLocaleString('en')} more siblings${failed}`;
  row.label.title = 'Enter or a click shows 100 more, Shift all of them';
  row.note.textContent = '';
  row.time.textContent = row.tokens.textContent = row.cost.textContent = '';
  row.timeline.hidden = true;
}

function expandable(row, has, open) {
  row.twisty.textContent = has ? (open ? '▾' : '▸') : '';
  if (has) {
    row.setAttribute('aria-expanded', open);
  } else {
    row.removeAttribute('aria-expanded');
  }
}

function note(row, model, i, failed) {
  const told = NOTES.filter(([flag]) => model.has(i, flag));
  row.note.textContent = told.map(([, sign]) => sign + ' ').join('') + (failed ? line(model.messages[i] || 'failed') : '');
  row.note.title = told.map(([, , text]) => text).join('; ') || row.note.textContent;
}
