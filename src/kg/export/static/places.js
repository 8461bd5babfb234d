"use strict";

/** Free places for new nodes, on a spiral outwards from where they belong. */
zhimai.Places = class {
  static #STEP = 60; // units between turns
  static #APART = 70; // units that nodes keep from each other
  static #TURN = Math.PI * (3 - Math.sqrt(5)); // the golden angle: no two steps lie in one direction

  #taken;
  #centre;
  #number = 0;

  /** @param {{x: number, y: number}[]} taken @param {{x: number, y: number}} centre */
  constructor(taken, centre) {
    this.#taken = [...taken];
    this.#centre = centre;
  }

  /** @returns {{x: number, y: number}} */
  next() {
    let place;
    do {
      this.#number += 1;
      const distance = zhimai.Places.#STEP * Math.sqrt(this.#number + 1);
      const angle = this.#number * zhimai.Places.#TURN;
      place = { x: this.#centre.x + distance * Math.cos(angle), y: this.#centre.y + distance * Math.sin(angle) };
    } while (this.#taken.some((other) => Math.hypot(other.x - place.x, other.y - place.y) < zhimai.Places.#APART));
    this.#taken.push(place);
    return place;
  }
};
