"use strict";

/** The page's address says what is shown: `#entity=…`, `#path=a,b`, and the filters. */
zhimai.Address = class {
  #read;
  #written = "";

  /** @param {(entries: Map<string, string>) => void} read is called with what the address says when it changes */
  constructor(read) {
    this.#read = read;
    addEventListener("hashchange", () => location.hash.slice(1) !== this.#written && this.read());
  }

  read() {
    this.#read(new Map(new URLSearchParams(location.hash.slice(1))));
  }

  /** @param {[string, string][]} entries */
  write(entries) {
    const coded = (text) => encodeURIComponent(text).replace(/%2F/g, "/").replace(/%2C/g, ",");
    this.#written = entries.map(([name, value]) => `${name}=${coded(value)}`).join("&");
    history.replaceState(null, "", this.#written ? `#${this.#written}` : location.pathname + location.search);
  }
};
