const COLUMNS = { name: 'Span', 'time figure': 'Duration', 'tokens figure': 'Tokens', 'cost figure': 'Cost', timeline: 'Time' };

export const HEADS = Object.values(COLUMNS);

/** The head of the treegrid. Above the bars stand moments instead of a name. */
export function gridHead() {
  const row = part('div', 'row head', 'row');
  row.setAttribute('aria-rowindex', 1);
  for (const [name, text] of Object.entries(COLUMNS)) {
    const cell = row.appendChild(part('div', `cell ${name}`, 'columnheader'));
    cell.textContent = name === 'timeline' ? '' : text;
    cell.setAttribute('aria-label', text);
  }
  return row;
}

/** An element with a class and, where it is given, a role. */
export function part(tag, name, role) {
  const made = document.createElement(tag);
  made.className = name;
  if (role) {
    made.setAttribute('role', role);
  }
  return made;
}
