/** JSON as people read it. Numbers keep the digits that they were sent with, where the browser can do that. */

/** The text indented; undefined where it is no JSON object or list. */
export function pretty(text) {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  try {
    return JSON.stringify(JSON.parse(text, keepDigits), null, 2);
  } catch {
    return undefined;
  }
}

function keepDigits(key, value, context) {
  return typeof value === 'number' && JSON.rawJSON && context?.source && String(value) !== context.source
    ? JSON.rawJSON(context.source)
    : value;
}
