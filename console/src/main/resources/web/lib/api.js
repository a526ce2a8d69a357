/**
 * What the console answers. Every request of the pages goes through here: one place knows how a login ends, what has to
 * be repeated against forged requests, and whether the server is there.
 */

/** The server said no: its sentence is the message. */
export class Refused extends Error {
  constructor(status, detail) {
    super(detail);
    this.name = 'Refused';
    this.status = status;
  }
}

/** The server did not answer at all. */
export class ServerLost extends Error {
  constructor() {
    super('the console does not answer');
    this.name = 'ServerLost';
  }
}

const RETRY_MILLIS = [500, 1000, 2000, 4000];

/** Whether the server is there. Events: `lost`, `back`. */
class Connection extends EventTarget {
  lost = false;
  #tries = 0;

  failed() {
    if (!this.lost) {
      this.lost = true;
      this.#tries = 0;
      this.dispatchEvent(new Event('lost'));
      this.#later();
    }
  }

  answered() {
    if (this.lost) {
      this.lost = false;
      this.dispatchEvent(new Event('back'));
    }
  }

  /** Asks at once; by itself it asks ever more rarely, every four seconds at least. */
  async tryNow() {
    try {
      const answer = await fetch('/health', { cache: 'no-store' });
      if (answer.ok) {
        this.answered();
        return;
      }
    } catch {
      // it is still away
    }
    this.#later();
  }

  #later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tryNow(), RETRY_MILLIS[Math.min(this.#tries++, RETRY_MILLIS.length - 1)]);
  }
}

export const connection = new Connection();

/** A path with parameters; those that are empty are left out. */
export function address(path, params = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function request(path, options) {
  let answer;
  try {
    answer = await fetch(path, { ...options, cache: 'no-store', credentials: 'same-origin' });
  } catch (e) {
    if (e.name === 'AbortError') {
      throw e;
    }
    connection.failed();
    throw new ServerLost();
  }
  connection.answered();
  if (answer.status === 401) {
    location.assign('/login');
  }
  if (!answer.ok) {
    throw new Refused(answer.status, await detail(answer));
  }
  return answer;
}

async function detail(answer) {
  try {
    return (await answer.json()).detail ?? answer.statusText;
  } catch {
    return `${answer.status} ${answer.statusText}`;
  }
}

/** What a GET answers, as an object. `signal` ends it. */
export async function get(path, params, { signal } = {}) {
  const answer = await request(address(path, params), { signal, headers: { Accept: 'application/json' } });
  return answer.json();
}

let who;

/** Who looks at the page: `{id, name, role, csrf}`. Asked once. */
export function me() {
  who ??= get('/api/v1/me').catch((e) => {
    who = undefined;
    throw e;
  });
  return who;
}

/** Changes something, and gives what is answered, or `undefined` where nothing is. */
export async function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  const { csrf } = await me();
  if (csrf) {
    headers['X-CSRF-Token'] = csrf;
  }
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await request(path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  return answer.headers.get('Content-Type')?.includes('json') ? answer.json() : undefined;
}
