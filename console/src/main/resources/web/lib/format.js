/** Values as people read them. Text of strangers goes through `visible` before it is drawn. */

const DASH = '–';
const NUMBER = new Intl.NumberFormat('en-US');
const DAY_MILLIS = 86_400_000;

/** Milliseconds with three digits and the unit that suits them: 12.3ms, 1.01s, 2m 05s. */
export function duration(millis) {
  if (millis === undefined || millis === null || Number.isNaN(millis)) {
    return DASH;
  }
  if (millis < 0.9995) {
    return `${digits(millis * 1000)}µs`;
  }
  if (millis < 999.5) {
    return `${digits(millis)}ms`;
  }
  const seconds = millis / 1000;
  if (seconds < 59.95) {
    return `${digits(seconds)}s`;
  }
  const whole = Math.round(seconds);
  if (whole < 3600) {
    return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`;
  }
  const minutes = Math.round(whole / 60);
  return minutes < 2880
    ? `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`
    : `${Math.floor(minutes / 1440)}d ${Math.floor((minutes % 1440) / 60)}h`;
}

function digits(value) {
  return value >= 99.95 ? value.toFixed(0) : value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

function two(value) {
  return String(value).padStart(2, '0');
}

/** A count, whole: 12,345. */
export function count(value) {
  return value === undefined || value === null ? DASH : NUMBER.format(value);
}

/** A count in little room: 12.3k, 4.56M. */
export function short(value) {
  if (value === undefined || value === null) {
    return DASH;
  }
  if (value < 1_000) {
    return String(value);
  }
  const [scaled, unit] = value < 999_500 ? [value / 1e3, 'k'] : value < 999_500_000 ? [value / 1e6, 'M'] : [value / 1e9, 'G'];
  return `${scaled >= 99.95 ? scaled.toFixed(0) : scaled >= 9.995 ? scaled.toFixed(1) : scaled.toFixed(2)}${unit}`;
}

/** What went in and came out: 1.2k→310. */
export function tokens(input, output) {
  return input || output ? `${short(input ?? 0)}→${short(output ?? 0)}` : DASH;
}

/** US dollars, with as many digits as a small sum needs. */
export function cost(dollars) {
  if (dollars === undefined || dollars === null) {
    return DASH;
  }
  if (dollars === 0) {
    return '$0';
  }
  if (dollars >= 1) {
    return `$${NUMBER.format(Number(dollars.toFixed(2)))}`;
  }
  const places = dollars >= 0.01 ? 4 : Math.min(8, 1 - Math.floor(Math.log10(dollars)));
  return `$${dollars.toFixed(places)}`;
}

export function percent(part, whole) {
  if (!whole) {
    return DASH;
  }
  const value = (100 * part) / whole;
  return value === 0 ? '0%' : value < 0.1 ? '<0.1%' : `${value < 10 ? value.toFixed(1) : value.toFixed(0)}%`;
}

export function bytes(size) {
  if (size === undefined || size === null) {
    return DASH;
  }
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = size;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : digits(value)} ${units[unit]}`;
}

/** How long ago: 12s, 5m, 3h, 2d. */
export function ago(moment, now = Date.now()) {
  const seconds = Math.max(0, Math.round((now - Date.parse(moment)) / 1000));
  if (Number.isNaN(seconds)) {
    return DASH;
  }
  return seconds < 60 ? `${seconds}s` : seconds < 3600 ? `${Math.floor(seconds / 60)}m`
    : seconds < 86_400 ? `${Math.floor(seconds / 3600)}h` : `${Math.floor(seconds / 86_400)}d`;
}

/** The time of day here, with the day when it is not today. */
export function time(moment, now = Date.now()) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) {
    return DASH;
  }
  const clock = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return now - date.getTime() < DAY_MILLIS && new Date(now).getDate() === date.getDate() ? clock : `${day(date)} ${clock}`;
}

/** A day here: 2026-11-21. */
export function day(date) {
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A moment here, to the millisecond, with the offset: for titles. */
export function exact(moment) {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) {
    return String(moment ?? DASH);
  }
  const offset = -date.getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${day(date)} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')} ${zone}`;
}

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text with what can't be seen made visible: control characters as their pictures, those that turn the direction of
 * text by their number. Line breaks and tabs stay.
 */
export function visible(text) {
  return String(text ?? '').replace(CONTROL, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421'
      : `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}

/** The same on one line, at most so many characters. */
export function line(text, most = 300) {
  const whole = visible(String(text ?? '').slice(0, most * 2).replace(/\s+/g, ' ').trim());
  const characters = [...whole];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : whole;
}

/** A trace's id in little room. */
export function shortId(id) {
  return String(id ?? '').slice(0, 8);
}
