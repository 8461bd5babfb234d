"use strict";

/** A field in which one entity is found by any of its names: a combobox with its list of hits. */
zhimai.Picker = class {
  static #MOST = 12;

  #input;
  #list;
  #source;
  #choose;
  #remark;
  #hits = [];
  #active = 0;
  #asked = 0;

  /**
   * @param {{input: HTMLInputElement, list: HTMLElement}} elements
   * @param {zhimai.EmbeddedSource} source
   * @param {(id: string) => void} choose is called with the entity taken
   * @param {(id: string) => string} remark what stands beside a hit
   */
  constructor({ input, list }, source, choose, remark = () => "") {
    this.#input = input;
    this.#list = list;
    this.#source = source;
    this.#choose = choose;
    this.#remark = remark;
    // While an input method composes pinyin, its letters are no query yet, and Enter ends them, not the search.
    input.addEventListener("input", (event) => event.isComposing || this.#run());
    input.addEventListener("compositionend", () => this.#run());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    input.addEventListener("focus", () => input.value && this.#run());
    input.addEventListener("blur", () => this.#close());
  }

  /** A new field with its list. @param {string} name is unique on the page @param {string} label */
  static elements(name, label) {
    const { Dom } = zhimai;
    const input = Dom.withAttributes(Dom.element("input"), {
      id: name, type: "text", autocomplete: "off", spellcheck: "false", role: "combobox",
      "aria-expanded": "false", "aria-controls": `${name}-hits`, "aria-autocomplete": "list",
    });
    const list = Dom.withAttributes(Dom.element("ul.hits"), { id: `${name}-hits`, role: "listbox", "aria-label": label });
    list.hidden = true;
    const caption = Dom.withAttributes(Dom.element("label", label), { for: name });
    return { input, list, field: Dom.element("div.field", caption, input, list) };
  }

  focus() {
    this.#input.focus();
    this.#input.select();
  }

  clear() {
    this.#input.value = "";
    this.#close();
  }

  /** @param {string} text */
  fill(text) {
    this.#input.value = text;
  }

  async #run() {
    const asked = (this.#asked += 1);
    const hits = await this.#source.search(this.#input.value, zhimai.Picker.#MOST);
    if (asked !== this.#asked) return; // another letter was typed meanwhile
    this.#hits = hits;
    this.#active = 0;
    const rows = hits.map((hit, number) => this.#row(hit, number));
    if (!rows.length) rows.push(zhimai.Dom.withAttributes(this.#nothing(), { role: "option", "aria-disabled": "true" }));
    this.#list.replaceChildren(...rows);
    this.#list.hidden = !this.#input.value.trim();
    this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
    this.#mark();
  }

  #nothing() {
    return zhimai.Dom.element("li.none", zhimai.Words.word("noHits"));
  }

  #row({ entity, name }, number) {
    const { Dom, Words } = zhimai;
    const also = [name === entity.label ? "" : name, this.#remark(entity.id)];
    const dot = Dom.withHue(Dom.element("span.dot"), entity.type);
    const row = Dom.element("li", dot, entity.label, Dom.element("span.also", Words.joined(also)));
    row.id = `${this.#list.id}-${number}`;
    row.role = "option";
    row.dataset.entity = entity.id;
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // or the field loses its focus and the list closes before the click
      this.#take(number);
    });
    return row;
  }

  #mark() {
    const rows = [...this.#list.querySelectorAll("[data-entity]")];
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
      event.preventDefault();
      this.#take(this.#active);
    } else if (event.key === "Escape" && !this.#list.hidden) {
      event.stopPropagation();
      this.clear();
    }
  }

  #take(number) {
    const hit = this.#hits[number];
    if (!hit || this.#list.hidden) return;
    this.#input.value = hit.entity.label;
    this.#close();
    this.#choose(hit.entity.id);
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }
};
