import { CALL, ERROR } from './flags.js';

/** What may be looked for among the spans of a trace. */
export class SpanSearch {
  #model;
  #texts;

  constructor(model) {
    this.#model = model;
  }

  /** The numbers of spans that have all words of a text, upwards; of a text without words none. */
  matches(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return words.length ? this.#where((i) => words.every((word) => this.#text(i).includes(word))) : new Int32Array(0);
  }

  errors() {
    return this.#where((i) => this.#model.has(i, ERROR));
  }

  calls() {
    return this.#where((i) => this.#model.has(i, CALL));
  }

  #where(holds) {
    const found = [];
    for (let i = 0; i < this.#model.count; i++) {
      if (holds(i)) {
        found.push(i);
      }
    }
    return Int32Array.from(found);
  }

  #text(i) {
    this.#texts ??= new Array(this.#model.count);
    const model = this.#model;
    return (this.#texts[i] ??= [
      model.names[i], model.services[i], model.types[i], model.models[i], model.messages[i], model.ids[i],
    ].join('\n').toLowerCase());
  }
}

/** Of numbers that grow the one after another, round and round; -1 where there is none. */
export function following(numbers, after, step) {
  if (!numbers.length) {
    return -1;
  }
  if (step > 0) {
    for (const number of numbers) {
      if (number > after) {
        return number;
      }
    }
    return numbers[0];
  }
  for (let i = numbers.length - 1; i >= 0; i--) {
    if (numbers[i] < after) {
      return numbers[i];
    }
  }
  return numbers[numbers.length - 1];
}
