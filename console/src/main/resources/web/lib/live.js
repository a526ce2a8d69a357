/**
 * What happens at the console, one stream for all parts of a page. A page that nobody sees lets go of it: browsers allow
 * few connections to a server. Events: `trace` with a summary as `detail`, and `reset` when lists are to be loaded again.
 */
class Live extends EventTarget {
  #source;
  #listeners = 0;
  #away = false;

  constructor() {
    super();
    document.addEventListener('visibilitychange', () => this.#follow());
  }

  /** Listens until what is given back is called. */
  listen({ trace, reset }) {
    const onTrace = (event) => trace?.(event.detail);
    const onReset = () => reset?.();
    this.addEventListener('trace', onTrace);
    this.addEventListener('reset', onReset);
    this.#listeners++;
    this.#follow();
    return () => {
      this.removeEventListener('trace', onTrace);
      this.removeEventListener('reset', onReset);
      this.#listeners--;
      this.#follow();
    };
  }

  #follow() {
    const wanted = this.#listeners > 0 && !document.hidden;
    if (wanted && !this.#source) {
      this.#open();
    } else if (!wanted && this.#source) {
      this.#source.close();
      this.#source = undefined;
      this.#away = this.#listeners > 0;
    }
  }

  #open() {
    const source = new EventSource('/api/v1/events');
    source.addEventListener('trace', (event) => this.dispatchEvent(new CustomEvent('trace', { detail: JSON.parse(event.data) })));
    source.addEventListener('reset', () => this.dispatchEvent(new Event('reset')));
    source.addEventListener('open', () => {
      if (this.#away) {
        this.#away = false;
        this.dispatchEvent(new Event('reset'));
      }
    });
    source.addEventListener('error', () => {
      this.#away = true;
      // A browser gives up where the server refused; it is tried again, and what was missed is loaded.
      if (source.readyState === EventSource.CLOSED && this.#source === source) {
        this.#source = undefined;
        setTimeout(() => this.#follow(), 5_000);
      }
    });
    this.#source = source;
  }
}

export const live = new Live();
