"use strict";

/** Sentences as evidence, and the articles in which they stand. */
zhimai.Quotations = class {
  #source;

  /** @param {zhimai.EmbeddedSource} source */
  constructor(source) {
    this.#source = source;
  }

  /** Each sentence with its marks, and beneath it the article, to be unfolded. @param {Quotation[]} quotations */
  list(quotations) {
    return quotations.flatMap((quotation) => [
      zhimai.Dom.element("blockquote", zhimai.Quotations.#marked(quotation.text, zhimai.Quotations.#roles(quotation))),
      this.article(quotation.report, { sentence: quotation.number, confidence: quotation.confidence }),
    ]);
  }

  /**
   * An article as it is cited, its text to be unfolded.
   * @param {number} number @param {{sentence?: number, entity?: string, confidence?: number}} marked
   */
  article(number, marked) {
    const { Dom, Words } = zhimai;
    const { headline, outlet, date, source } = this.#source.reports()[number];
    const sure = marked.confidence && `${Words.word("confidence")} ${Words.percent(marked.confidence)}`;
    const cited = Words.joined([headline, outlet, date, marked.entity && source, sure]);
    const made = Dom.folded(cited, () => this.#text(number, marked));
    made.classList.add("source");
    return made;
  }

  #text(number, marked) {
    const body = zhimai.Dom.element("div.article");
    this.#source.article(number).then((paragraphs) => {
      body.append(...paragraphs.map((passages) => zhimai.Dom.element("p", this.#paragraph(passages, marked))));
      body.querySelector("mark")?.scrollIntoView({ block: "nearest" });
    });
    return body;
  }

  #paragraph(passages, { sentence, entity }) {
    return passages.flatMap(({ text, number, marks }) => {
      if (text === null) return ["…"];
      if (number === sentence) return [zhimai.Dom.element("mark.trigger", text)];
      const ranges = marks.filter(([id]) => id === entity).map(([, start, end]) => ({ role: "subject", start, end }));
      return zhimai.Quotations.#marked(text, ranges);
    });
  }

  static #roles(quotation) {
    return ["subject", "object", "trigger"].flatMap((role) =>
      quotation[role].map(([start, end]) => ({ role, start, end })),
    );
  }

  /** The sentence in pieces; where ranges overlap, the shorter stands on the longer. */
  static #marked(text, ranges) {
    const characters = Array.from(text); // ranges count code points, strings here UTF-16 units
    const roles = new Array(characters.length).fill("");
    ranges.sort((a, b) => b.end - b.start - (a.end - a.start));
    ranges.forEach(({ role, start, end }) => roles.fill(role, start, end));
    const pieces = [];
    for (let start = 0, end; start < characters.length; start = end) {
      for (end = start + 1; end < characters.length && roles[end] === roles[start]; end += 1);
      const piece = characters.slice(start, end).join("");
      pieces.push(roles[start] ? zhimai.Dom.element(`mark.${roles[start]}`, piece) : piece);
    }
    return pieces;
  }
};
