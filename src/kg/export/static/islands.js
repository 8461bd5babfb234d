"use strict";

/** Communities as tinted ground beneath their nodes and the edges within them. */
zhimai.Islands = class {
  static TINTS = 6;
  #groups;
  #of = new Map(); // id → number of its community

  /** @param {string[][]} groups ids, the largest community first */
  constructor(groups) {
    this.#groups = groups;
    groups.forEach((ids, number) => ids.forEach((id) => this.#of.set(id, number)));
  }

  get groups() {
    return this.#groups;
  }

  /** The tint of a community by its number: a few are enough, for neighbours seldom share one. */
  static tint(number) {
    return `group-${number % zhimai.Islands.TINTS}`;
  }

  /** Whether both ends lie in one community. */
  joins(one, other) {
    return this.#of.has(one) && this.#of.get(one) === this.#of.get(other);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {(id: string) => {x: number, y: number} | null} place null: not shown
   * @param {{from: string, to: string}[]} edges shown ones within communities
   * @param {{width: number, colours: string[], opacity: number}} look `width` in the picture's units
   */
  draw(context, place, edges, { width, colours, opacity }) {
    const paths = this.#groups.map(() => new Path2D());
    for (const { from, to } of edges) {
      const [start, end] = [place(from), place(to)];
      if (!start || !end) continue;
      const path = paths[this.#of.get(from)];
      path.moveTo(start.x, start.y);
      path.lineTo(end.x, end.y);
    }
    context.save();
    Object.assign(context, { lineCap: "round", lineJoin: "round", lineWidth: width, globalAlpha: opacity });
    paths.forEach((path, number) => {
      context.strokeStyle = colours[number % zhimai.Islands.TINTS];
      context.stroke(path);
    });
    context.restore();
  }
};
