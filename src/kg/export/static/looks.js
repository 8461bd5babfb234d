"use strict";

/** How nodes and edges look, in the colours of the page's style sheet. */
zhimai.Looks = class {
  static #DASHES = { asserted: [], planned: [7, 5], possible: [2, 5], negated: [2, 4] };
  static #FAINT = { node: 0.16, edge: 0.1, ground: 0.4 };

  /** `tints`: of communities */
  colours;
  width = 1.2; // of lines, in the picture's units

  constructor() {
    this.readColours();
  }

  /** Takes the colours anew, when they changed from light to dark. */
  readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--${name}`).trim();
    const palette = (names) => Object.fromEntries(names.map((name) => [name, read(name)]));
    this.colours = {
      ...palette(["ink", "paper", "sans"]),
      types: palette(zhimai.Words.names("type")),
      kinds: palette(Object.keys(zhimai.Looks.#DASHES)),
      tints: Array.from({ length: zhimai.Islands.TINTS }, (_, number) => read(zhimai.Islands.tint(number))),
    };
  }

  /** vis-network's options of a node; `key` changes whenever they do, as long as the colours stay. */
  node({ id, group }, hidden, isLit) {
    const { ink, paper, types } = this.colours;
    const opacity = isLit ? 1 : zhimai.Looks.#FAINT.node;
    const background = types[group];
    const strong = { background, border: ink };
    const color = { background, border: paper, highlight: strong, hover: strong };
    return { id, key: `${hidden} ${opacity}`, hidden, opacity, color };
  }

  /** The same of an edge. `plain`: it stands back, because there are many. */
  edge({ id, kind }, hidden, isLit, plain) {
    const color = this.colours.kinds[kind];
    const opacity = !isLit ? zhimai.Looks.#FAINT.edge : plain ? 0.6 : 1;
    const lengths = zhimai.Looks.#DASHES[kind].map((length) => length * this.width);
    const colours = { color, highlight: color, hover: color, opacity };
    const key = `${hidden} ${opacity} ${this.width}`;
    return { id, key, hidden, width: this.width, dashes: lengths.length > 0 && lengths, color: colours };
  }

  /** What is drawn for a statement: denied ones are struck through, quoted ones have an open mark in their middle. */
  static newEdge({ id, subject, object, predicate, kind, attributedTo }) {
    const to = { enabled: !zhimai.Words.isSymmetric(predicate) };
    const mark = kind === "negated" ? "bar" : attributedTo ? "curve" : null;
    const middle = mark ? { enabled: true, type: mark, scaleFactor: 0.7 } : { enabled: false };
    return { id, from: subject, to: object, kind, arrows: { to, middle } };
  }

  /** How strongly the ground of communities is tinted. */
  static ground(anythingLit) {
    return anythingLit ? zhimai.Looks.#FAINT.ground : 1;
  }
};
