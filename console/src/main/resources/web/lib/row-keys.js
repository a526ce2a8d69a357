/**
 * Walks through rows with j and k: the row that was chosen has the focus, and only one of them is reached by Tab.
 * `host` draws `[data-row]` elements in order.
 */
export class RowKeys {
  constructor(host, { peek, close, search } = {}) {
    this.host = host;
    this.peek = peek;
    this.close = close;
    this.search = search;
  }

  /** Takes a key of the window; whether it was one for rows. */
  take(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.composedPath().some((node) => node.tagName === 'DIALOG')) {
      return;
    }
    const typing = event.composedPath().some((node) => node instanceof HTMLElement && node.matches('input:not([type="range"], [type="checkbox"]), textarea, select'));
    if (event.key === 'Escape') {
      if (typing) {
        event.target.blur();
      } else {
        this.close?.();
      }
      return;
    }
    if (typing) {
      return;
    }
    const act = { j: () => this.move(1), k: () => this.move(-1), p: () => this.peek?.(this.current()), '/': () => this.search?.() }[event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key === 'Enter' && event.target.matches?.('[data-row]')) {
      event.target.querySelector('a[href]')?.click();
    }
  }

  rows() {
    return [...this.host.querySelectorAll('[data-row]')];
  }

  current() {
    return document.activeElement?.closest?.('[data-row]')?.dataset.row ?? this.rows()[0]?.dataset.row;
  }

  move(by) {
    const rows = this.rows();
    const at = rows.indexOf(document.activeElement?.closest?.('[data-row]'));
    const row = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (row) {
      row.focus();
      row.scrollIntoView({ block: 'nearest' });
    }
    return row;
  }
}
