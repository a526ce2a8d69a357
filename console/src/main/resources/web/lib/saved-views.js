/** Queries that a visitor gave a name, in this browser. */
const KEY = 'narrative.views.';

export function savedViews(page) {
  try {
    const views = JSON.parse(localStorage.getItem(KEY + page) ?? '[]');
    return Array.isArray(views) ? views.filter((view) => typeof view?.name === 'string' && typeof view.query === 'string') : [];
  } catch {
    return [];
  }
}

/** Saves a view; one of the same name is replaced. */
export function saveView(page, name, query) {
  write(page, [...savedViews(page).filter((view) => view.name !== name), { name, query }]);
}

export function dropView(page, name) {
  write(page, savedViews(page).filter((view) => view.name !== name));
}

function write(page, views) {
  try {
    localStorage.setItem(KEY + page, JSON.stringify(views));
  } catch {
    // a browser that keeps nothing has no saved views
  }
}
