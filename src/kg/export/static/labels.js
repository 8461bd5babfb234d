"use strict";

/**
 * @typedef {{id: string, name: string, x: number, y: number, radius: number, strong: boolean}} Named a visible node
 */

/** Which rectangles of the screen are taken; looks only at those near by. */
zhimai.Room = class {
  static #CELL = 64; // pixels
  #cells = new Map();

  /** @param {number[]} area left, top, right, bottom @param {string} owner */
  take(area, owner) {
    for (const key of zhimai.Room.#keys(area)) {
      if (!this.#cells.has(key)) this.#cells.set(key, []);
      this.#cells.get(key).push({ area, owner });
    }
  }

  /** Whether nothing but the owner's own stands there. */
  isFree(area, owner) {
    for (const key of zhimai.Room.#keys(area)) {
      const near = this.#cells.get(key) ?? [];
      if (near.some((other) => other.owner !== owner && zhimai.Room.#touch(area, other.area))) return false;
    }
    return true;
  }

  static *#keys([left, top, right, bottom]) {
    const cell = (pixels) => Math.floor(pixels / zhimai.Room.#CELL);
    for (let x = cell(left); x <= cell(right); x += 1) {
      for (let y = cell(top); y <= cell(bottom); y += 1) yield `${x} ${y}`;
    }
  }

  static #touch(a, b) {
    return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
  }
};

/**
 * The names on the picture, set as on a map: the weightier node's name goes first, beneath its disc or, where
 * that is taken, above or beside it; a name without room waits until the reader zooms in. No name covers
 * another; only the very first may cover discs, of lesser nodes. vis-network draws none itself.
 */
zhimai.Labels = class {
  static #FIRST = 30; // so many of the weightiest may stand over lesser discs
  static #ALWAYS = 120; // so many of the weightiest are tried however small they look
  static #LEGIBLE = 4.5; // the radius, in pixels of the screen, from which any node's name is tried
  static #GAP = 3;
  static BEYOND = 92; // pixels that a name may reach beyond the outermost nodes: half of the longest

  #network;
  #colours;
  #widths = new Map();
  #boxes = [];
  #key = "";

  /** `colours()` gives {ink, paper, sans}. */
  constructor(network, colours) {
    this.#network = network;
    this.#colours = colours;
  }

  /** Forgets where names stand: nodes moved, appeared or were hidden. */
  invalidate() {
    this.#key = "";
  }

  /** The node whose name covers a point of the picture, if any. */
  at(point) {
    const hit = this.#boxes.find(
      (box) => point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom,
    );
    return hit?.id;
  }

  /** Names on the picture with the rectangles they cover, in its units. */
  shown() {
    return this.#boxes.map(({ id, left, top, right, bottom }) => ({ id, left, top, right, bottom }));
  }

  /** @param {() => Named[]} nodes gives the visible nodes, the weightiest first @param {number} version of them */
  draw(context, nodes, version) {
    const scale = this.#network.getScale();
    const key = `${scale.toFixed(4)} ${version}`;
    if (key !== this.#key) {
      this.#boxes = this.#placed(context, nodes(), scale);
      this.#key = key;
    }
    this.#write(context, scale);
  }

  /** Writes in pixels of the screen, so that type keeps a few whole sizes, which browsers cache. */
  #write(context, scale) {
    const { ink, paper } = this.#colours();
    const { a, e, f } = context.getTransform();
    const ratio = a / scale;
    const { width, height } = context.canvas;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 3.5 });
    Object.assign(context, { strokeStyle: paper, fillStyle: ink });
    for (const box of this.#boxes) {
      if (a * box.right + e < 0 || a * box.left + e > width || a * box.bottom + f < 0 || a * box.top + f > height) continue;
      const x = (a * (box.left + box.right)) / 2 + e;
      const y = a * box.top + f;
      context.font = this.#font(box);
      context.strokeText(box.name, x / ratio, y / ratio);
      context.fillText(box.name, x / ratio, y / ratio);
    }
    context.restore();
  }

  #font({ strong, size }) {
    return `${strong ? "600 " : ""}${size}px ${this.#colours().sans}`;
  }

  #placed(context, nodes, scale) {
    const room = new zhimai.Room(); // what names keep off
    const first = new zhimai.Room(); // what the first names keep off
    const rim = { left: Infinity, right: -Infinity };
    nodes.forEach(({ id, x, y, radius }, rank) => {
      const [middle, level, half] = [x * scale, y * scale, radius * scale];
      const disc = [middle - half, level - half, middle + half, level + half];
      room.take(disc, id);
      if (rank < zhimai.Labels.#FIRST) first.take(disc, id);
      rim.left = Math.min(rim.left, middle);
      rim.right = Math.max(rim.right, middle);
    });
    const within = ([left, , right]) => {
      const beyond = Math.max(zhimai.Labels.BEYOND, (right - left) / 2 + 1);
      return left >= rim.left - beyond && right <= rim.right + beyond;
    };
    const boxes = [];
    nodes.forEach((node, rank) => {
      const radius = node.radius * scale;
      if (rank >= zhimai.Labels.#ALWAYS && radius < zhimai.Labels.#LEGIBLE) return;
      const size = Math.round(Math.min(12 + radius / 8, 16));
      const width = this.#width(context, node.name, size, node.strong);
      const places = zhimai.Labels.#places(node, scale, width, size).filter(within);
      const area = places.find((place) => room.isFree(place, node.id))
        ?? (rank < zhimai.Labels.#FIRST ? places.find((place) => first.isFree(place, node.id)) : undefined);
      if (!area) return;
      const taken = [area[0] - zhimai.Labels.#GAP, area[1], area[2] + zhimai.Labels.#GAP, area[3]];
      room.take(taken, node.id);
      first.take(taken, node.id);
      const [left, top, right, bottom] = area.map((pixels) => pixels / scale);
      boxes.push({ id: node.id, name: node.name, strong: node.strong, size, left, top, right, bottom });
    });
    return boxes;
  }

  /** Where a name may stand, the best place first: beneath, above, to the right, to the left. */
  static #places({ x, y, radius }, scale, width, size) {
    const [middle, level, away] = [x * scale, y * scale, radius * scale + zhimai.Labels.#GAP];
    const height = size * 1.25;
    const at = (left, top) => [left, top, left + width, top + height];
    return [
      at(middle - width / 2, level + away),
      at(middle - width / 2, level - away - height),
      at(middle + away, level - height / 2),
      at(middle - away - width, level - height / 2),
    ];
  }

  #width(context, name, size, strong) {
    const key = `${strong ? "!" : ""}${name}`;
    if (!this.#widths.has(key)) {
      context.font = this.#font({ strong, size: 100 });
      this.#widths.set(key, context.measureText(name).width / 100);
    }
    return this.#widths.get(key) * size;
  }
};
