/** Colours of the stylesheets for a canvas, which knows no variables. They are read anew when the theme changes. */
class Palette extends EventTarget {
  #known = new Map();

  constructor() {
    super();
    const changed = () => {
      this.#known.clear();
      this.dispatchEvent(new Event('change'));
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
    new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  /** The colour of a variable, `--error` say. */
  of(variable) {
    let colour = this.#known.get(variable);
    if (colour === undefined) {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = `var(${variable}, var(--kind-span))`;
      colour = getComputedStyle(probe).color;
      probe.remove();
      this.#known.set(variable, colour);
    }
    return colour;
  }

  ofType(type) {
    return this.of(`--kind-${/^[a-z]+$/.test(type) ? type : 'span'}`);
  }
}

export const palette = new Palette();

/** A canvas as large as its element on this screen, emptied, whose unit is a pixel of the page. */
export function freshContext(canvas) {
  const ratio = devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const context = canvas.getContext('2d');
  context.scale(ratio, ratio);
  return { context, width, height };
}
