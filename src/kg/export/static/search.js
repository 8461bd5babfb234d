"use strict";

// Search over every name of every entity, drawn or not.
class Search {
  static #MOST = 12;

  #input = Dom.byId("query");
  #list = Dom.byId("hits");
  #index;
  #hits = [];
  #active = 0;
  #choose;
  #isDrawn;

  /** `choose(id)` is called with the entity taken; `isDrawn(id)` tells those not on the picture. */
  constructor(choose, isDrawn) {
    this.#choose = choose;
    this.#isDrawn = isDrawn;
    this.#index = Data.entities.map((entity) => ({
      entity,
      keys: [entity.label, ...entity.names].map((name) => ({ name, key: Search.#folded(name) })),
    }));
    // While an input method composes pinyin, its letters are no query yet, and Enter ends them, not the search.
    this.#input.addEventListener("input", (event) => event.isComposing || this.#run());
    this.#input.addEventListener("compositionend", () => this.#run());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.addEventListener("focus", () => this.#input.value && this.#run());
    this.#input.addEventListener("blur", () => this.#close());
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  clear() {
    this.#input.value = "";
    this.#close();
  }

  relabel() {
    this.#input.placeholder = Words.word("search");
    this.#input.setAttribute("aria-label", Words.word("search"));
    this.#list.setAttribute("aria-label", Words.word("hits"));
  }

  /** Names compare without width, case, title marks and spaces. */
  static #folded(name) {
    return name.normalize("NFKC").toLowerCase().replace(/[《》<>\s]/g, "");
  }

  /** 0: the whole name, 1: its beginning, 2: within it; null: no match. */
  static #distance(key, query) {
    const at = key.indexOf(query);
    if (at < 0) return null;
    return key === query ? 0 : at === 0 ? 1 : 2;
  }

  find(text) {
    const query = Search.#folded(text);
    if (!query) return [];
    const found = [];
    for (const { entity, keys } of this.#index) {
      let best = null;
      for (const { name, key } of keys) {
        const distance = Search.#distance(key, query);
        if (distance !== null && (best === null || distance < best.distance)) best = { entity, name, distance };
      }
      if (best) found.push(best);
    }
    found.sort((a, b) => a.distance - b.distance || b.entity.weight - a.entity.weight);
    return found.slice(0, Search.#MOST);
  }

  #run() {
    this.#hits = this.find(this.#input.value);
    this.#active = 0;
    const rows = this.#hits.map((hit, number) => this.#row(hit, number));
    if (!rows.length) rows.push(Dom.element("li.none", Words.word("noHits")));
    this.#list.replaceChildren(...rows);
    this.#list.hidden = !this.#input.value.trim();
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
    this.#mark();
  }

  #row({ entity, name }, number) {
    const also = [name === entity.label ? "" : name, this.#isDrawn(entity.id) ? "" : Words.word("notDrawn")];
    const row = Dom.element(
      "li",
      Dom.withHue(Dom.element("span.dot"), entity.type),
      entity.label,
      Dom.element("span.also", Words.joined(also)),
    );
    row.id = `hit-${number}`;
    row.role = "option";
    row.dataset.entity = entity.id;
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // or the field loses its focus and the list closes before the click
      this.#take(number);
    });
    return row;
  }

  #mark() {
    const rows = [...this.#list.querySelectorAll("[role=option]")];
    rows.forEach((row, number) => row.setAttribute("aria-selected", String(number === this.#active)));
    rows[this.#active]?.scrollIntoView({ block: "nearest" });
    if (rows.length) this.#input.setAttribute("aria-activedescendant", rows[this.#active].id);
    else this.#input.removeAttribute("aria-activedescendant");
  }

  #onKey(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.#hits.length) {
      this.#active = (this.#active + step + this.#hits.length) % this.#hits.length;
      this.#mark();
      event.preventDefault();
    } else if (event.key === "Enter") {
      this.#take(this.#active);
    }
  }

  #take(number) {
    const hit = this.#hits[number];
    if (!hit) return;
    this.#input.value = hit.entity.label;
    this.#close();
    this.#input.blur();
    this.#choose(hit.entity.id);
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
  }
}
