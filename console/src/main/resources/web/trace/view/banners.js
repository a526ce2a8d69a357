import { html, nothing } from 'lit';
import { ServerLost } from '../../lib/api.js';
import { count } from '../../lib/format.js';
import { CIRCLE, MISSING_PARENT, SKEWED } from '../model/flags.js';

/** What a reader of the tree has to know of a trace before believing it. */
export function banners(model, partial, problem) {
  const notes = [...notesOf(model)];
  if (partial) {
    notes.unshift(`${count(model.count)} of ${count(model.summary.spanCount)} spans are here; the others are on their way.`);
  }
  if (problem && !(problem instanceof ServerLost)) {
    notes.unshift(`This is how the trace was: it can’t be loaded again (${problem.message}).`);
  }
  return notes.length === 0 ? nothing : html`<div class="trace-notes" role="note">${notes.map((note) => html`<p><span aria-hidden="true">⚠</span> ${note}</p>`)}</div>`;
}

const known = new WeakMap();

function notesOf(model) {
  if (!known.has(model)) {
    known.set(model, findNotes(model));
  }
  return known.get(model);
}

function findNotes(model) {
  const notes = [];
  const told = (flag, one, many) => {
    const found = model.flags.reduce((sum, flags) => sum + (flags & flag ? 1 : 0), 0);
    if (found > 0) {
      notes.push(found === 1 ? one : `${count(found)} ${many}`);
    }
  };
  told(MISSING_PARENT, 'The parent of one span is missing: it stands as a root. The parent may still run, or its service may not be traced.',
    'spans name parents that are missing: they stand as roots. The parents may still run, or their service may not be traced.');
  told(CIRCLE, 'The parents of one span lead back to it: it stands as a root.', 'spans have parents that lead back to them: they stand as roots.');
  told(SKEWED, 'One span begins before its parent: the clocks of their machines differ.', 'spans begin before their parents: the clocks of their machines differ.');
  return notes;
}
