/**
 * The rows of a long list that are in sight, as elements that are used again and again: row `r` always takes element
 * `r % size`, so that scrolling by one row writes one row.
 */
export class RowPool {
  #body;
  #make;
  #fill;
  #elements = [];
  #rowOf = [];
  #height;

  /**
   * @param body where the rows are placed; it is as high as all of them
   * @param height of a row, in pixels
   * @param make gives a new element
   * @param fill writes a row into an element
   */
  constructor(body, height, make, fill) {
    this.#body = body;
    this.#height = height;
    this.#make = make;
    this.#fill = fill;
  }

  /** Shows the rows from one to another (exclusive); those that stayed are written anew only when `all` is set. */
  show(from, to, all) {
    this.#grow(to - from);
    const size = this.#elements.length;
    const wanted = new Array(size).fill(-1);
    for (let row = from; row < to; row++) {
      wanted[row % size] = row;
    }
    for (let slot = 0; slot < size; slot++) {
      if (wanted[slot] !== this.#rowOf[slot] || all) {
        this.#place(slot, wanted[slot]);
      }
    }
  }

  /** The element of a row; undefined where it is out of sight. */
  element(row) {
    const slot = row % this.#elements.length;
    return this.#rowOf[slot] === row ? this.#elements[slot] : undefined;
  }

  /** The row of an element or of what is in it, -1 where it is none. */
  rowOf(target) {
    const slot = this.#elements.indexOf(target.closest('[role=row]'));
    return slot < 0 ? -1 : this.#rowOf[slot];
  }

  #grow(size) {
    if (size <= this.#elements.length) {
      return;
    }
    this.#rowOf.fill(-1);
    while (this.#elements.length < size) {
      const element = this.#make();
      element.hidden = true;
      this.#elements.push(element);
      this.#rowOf.push(-1);
      this.#body.append(element);
    }
  }

  #place(slot, row) {
    const element = this.#elements[slot];
    element.hidden = row < 0;
    this.#rowOf[slot] = row;
    if (row >= 0) {
      element.style.transform = `translateY(${row * this.#height}px)`;
      this.#fill(element, row);
    }
  }
}
