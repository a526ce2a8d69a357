/**
 * What keys do in the treegrid, as the ARIA pattern has it. Gives `{row}` to go to, or `{toggle}`, `{open}`, or
 * undefined for keys that mean nothing here.
 */
export function gridKey(event, rows, model, row, page) {
  if (event.altKey || event.ctrlKey || event.metaKey) {
    return undefined;
  }
  const last = rows.length - 1;
  const span = rows.span(row);
  switch (event.key) {
    case 'ArrowDown':
      return { row: Math.min(last, row + 1) };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1) };
    case 'PageDown':
      return { row: Math.min(last, row + page) };
    case 'PageUp':
      return { row: Math.max(0, row - page) };
    case 'Home':
      return { row: 0 };
    case 'End':
      return { row: last };
    case 'ArrowRight':
      return right(rows, model, row, span);
    case 'ArrowLeft':
      return left(rows, model, row, span);
    case 'Enter':
    case ' ':
      return { toggle: true };
    default:
      return undefined;
  }
}

function right(rows, model, row, span) {
  if (span < 0) {
    return { toggle: true };
  }
  if (!model.hasChildren(span)) {
    return { row };
  }
  return rows.isCollapsed(span) ? { toggle: true } : { row: row + 1 };
}

function left(rows, model, row, span) {
  if (span >= 0 && model.hasChildren(span) && !rows.isCollapsed(span)) {
    return { toggle: true };
  }
  const parent = span < 0 ? rows.fold(row).parent : model.parent[span];
  return { row: parent < 0 ? row : rows.rowOf(parent) };
}
