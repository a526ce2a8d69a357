/** Which traces are asked for, as it stands in the address. The names are those of the API and the command line. */

export const STATUSES = ['ok', 'error', 'running', 'interrupted'];

/** Fields of the form, in its order: name in the address, label, example. */
export const FIELDS = [
  { name: 'name', label: 'Name has', example: 'narrate' },
  { name: 'model', label: 'Model', example: 'gpt-4o*' },
  { name: 'session', label: 'Session', example: 'chap-*' },
  { name: 'story', label: 'Story', example: 'river' },
  { name: 'user', label: 'User', example: 'ada' },
  { name: 'service', label: 'Service', example: 'studio' },
  { name: 'minDuration', label: 'Lasted at least', example: '250ms' },
  { name: 'maxDuration', label: 'Lasted at most', example: '2s' },
  { name: 'minCost', label: 'Cost at least ($)', example: '0.01' },
  { name: 'where', label: 'Conditions', example: 'tokens>1000 errors>0' },
];

/** Times up to now. */
export const SPANS = [['', 'any time'], ['15m', '15 minutes'], ['1h', '1 hour'], ['6h', '6 hours'], ['24h', '24 hours'], ['7d', '7 days'], ['30d', '30 days']];

const PASSED = ['text', 'status', 'since', 'until', 'name', 'model', 'session', 'story', 'user', 'service', 'minDuration', 'minCost'];

/** All names that say which traces are asked for. */
export const NAMES = [...PASSED, 'maxDuration', 'where'];

/** What the API is asked with. */
export function parameters(query) {
  const params = Object.fromEntries(PASSED.map((name) => [name, query[name]]));
  const conditions = [query.where, query.maxDuration && `duration<=${query.maxDuration}`].filter(Boolean);
  return { ...params, where: conditions.join(' ') };
}

/** The chosen filters, in the order of the form. */
export function chosen(query) {
  return NAMES.filter((name) => query[name]).map((name) => ({ name, value: query[name], label: labelOf(name) }));
}

function labelOf(name) {
  return FIELDS.find((field) => field.name === name)?.label ?? { text: 'Words', status: 'Status', since: 'Since', until: 'Until' }[name];
}

/** The condition that a field is exactly this, whatever characters are in it. */
export function exactly(field, value) {
  if (!value.includes('"')) {
    return `${field}=="${value}"`;
  }
  return value.includes("'") ? `${field}="${value.replaceAll('"', '*')}"` : `${field}=='${value}'`;
}
