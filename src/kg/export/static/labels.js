"use strict";

// The names on the picture, set as on a map: the weightier node's name goes first, a name that
// would touch one already set waits until the reader zooms in. vis-network draws none itself.
class Labels {
  static #ALWAYS = 80; // so many of the weightiest are tried however small they look
  static #LEGIBLE = 4.5; // the radius, in pixels of the screen, from which any node's name is tried
  static #GAP = 5;

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

  /** Ids of the nodes whose names stand on the picture. */
  shown() {
    return this.#boxes.map((box) => box.id);
  }

  /** `nodes`: visible ones as {id, name, x, y, radius, strong}, the weightiest first. */
  draw(context, nodes, version) {
    const scale = this.#network.getScale();
    const key = `${scale.toFixed(4)} ${version}`;
    if (key !== this.#key) {
      this.#boxes = this.#placed(context, nodes, scale);
      this.#key = key;
    }
    this.#write(context, scale);
  }

  /** Writes in pixels of the screen, so that type keeps a few whole sizes, which browsers cache. */
  #write(context, scale) {
    const { ink, paper } = this.#colours();
    const { a, e, f } = context.getTransform();
    const ratio = a / scale;
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", lineWidth: 3.5 });
    Object.assign(context, { strokeStyle: paper, fillStyle: ink });
    for (const box of this.#boxes) {
      const x = (a * box.x + e) / ratio;
      const y = (a * box.top + f) / ratio;
      context.font = this.#font(box);
      context.strokeText(box.name, x, y);
      context.fillText(box.name, x, y);
    }
    context.restore();
  }

  #font({ strong, size }) {
    return `${strong ? "600 " : ""}${size}px ${this.#colours().sans}`;
  }

  #placed(context, nodes, scale) {
    const taken = [];
    const boxes = [];
    nodes.forEach((node, rank) => {
      const radius = node.radius * scale;
      if (rank >= Labels.#ALWAYS && radius < Labels.#LEGIBLE) return;
      const size = Math.round(Math.min(12 + radius / 8, 16));
      const half = this.#width(context, node.name, size, node.strong) / 2;
      const x = node.x * scale;
      const top = node.y * scale + radius + 3;
      const area = [x - half, top, x + half, top + size * 1.25];
      if (taken.some((other) => Labels.#touch(area, other))) return;
      taken.push(area, [x - radius, node.y * scale - radius, x + radius, node.y * scale + radius]);
      boxes.push({
        id: node.id, name: node.name, strong: node.strong, size, x: node.x,
        left: area[0] / scale, top: top / scale, right: area[2] / scale, bottom: area[3] / scale,
      });
    });
    return boxes;
  }

  static #touch(a, b) {
    const gap = Labels.#GAP;
    return a[0] < b[2] + gap && a[2] > b[0] - gap && a[1] < b[3] && a[3] > b[1];
  }

  #width(context, name, size, strong) {
    const key = `${strong ? "!" : ""}${name}`;
    if (!this.#widths.has(key)) {
      context.font = this.#font({ strong, size: 100 });
      this.#widths.set(key, context.measureText(name).width / 100);
    }
    return this.#widths.get(key) * size;
  }
}
