"use strict";

/** The keyboard: walking the picture with arrows, single keys for what the buttons do, and help that lists them. */
zhimai.Keys = class {
  static #WAYS = {
    ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 },
  };
  // What help lists: keys, and the word that says what they do.
  static #LIST = [
    ["/", "search"], ["← ↑ → ↓", "keyWalk"], ["Enter", "keyOpen"], ["+ −", "keyZoom"], ["F", "fit"],
    ["T", "table"], ["P", "path"], ["Esc", "keyClose"], ["?", "help"],
  ];

  #help = zhimai.Dom.byId("help");
  #actions;
  #single = zhimai.memory.read("keys") !== "off";

  /**
   * @param {HTMLElement} canvas
   * @param {{walk: (way: {x: number, y: number}) => void, enter: () => void, escape: () => void,
   *   single: Record<string, () => void>}} actions `single`: by key
   */
  constructor(canvas, actions) {
    this.#actions = actions;
    canvas.addEventListener("keydown", (event) => this.#onCanvas(event));
    document.addEventListener("keydown", (event) => this.#onPage(event));
    this.#help.addEventListener("click", (event) => event.target === this.#help && this.#help.close());
  }

  /** Lists the keys, and lets them be switched off: speech software may type letters that are meant as words. */
  showHelp() {
    const { Dom, Words } = zhimai;
    const close = Dom.onClick(Dom.element("button.close", "×"), () => this.#help.close());
    close.setAttribute("aria-label", Words.word("close"));
    const rows = zhimai.Keys.#LIST.flatMap(([keys, word]) => [
      Dom.element("dt", Dom.element("kbd", keys)), Dom.element("dd", Words.word(word)),
    ]);
    const box = Dom.withAttributes(Dom.element("input"), { type: "checkbox", id: "single-keys" });
    box.checked = this.#single;
    box.addEventListener("change", () => {
      this.#single = box.checked;
      zhimai.memory.write("keys", box.checked ? "on" : "off");
    });
    const label = Dom.withAttributes(Dom.element("label", Words.word("singleKeys")), { for: box.id });
    const title = Dom.element("h2", Words.word("help"));
    title.id = "help-title";
    this.#help.setAttribute("aria-labelledby", title.id);
    const texts = ["helpPicture", "helpLines"].map((key) => Dom.element("p", Words.word(key)));
    this.#help.replaceChildren(close, title, ...texts, Dom.element("dl", rows), Dom.element("p.check", box, label));
    if (!this.#help.open) this.#help.showModal();
  }

  #onCanvas(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const way = zhimai.Keys.#WAYS[event.key];
    if (way) this.#actions.walk(way);
    else if (event.key === "Enter") this.#actions.enter();
    else return;
    event.preventDefault();
  }

  #onPage(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || this.#help.open) return;
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key === "Escape") {
      if (typing) typing.blur();
      this.#actions.escape();
      return;
    }
    const action = this.#actions.single[event.key.toLowerCase()];
    if (typing || !action || !this.#single) return;
    event.preventDefault();
    action();
  }
};
