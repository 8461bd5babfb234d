"use strict";

// The page's one global, to which each module adds itself; what the reader chose before; light and dark.
// Runs in the head, so that the first picture already has its colours.
window.zhimai = (() => {
  /** What a reader chose, kept by the browser where it keeps anything for this page. */
  const memory = Object.freeze({
    /** @param {string} key @returns {string | null} */
    read(key) {
      try {
        return localStorage.getItem(`zhimai.${key}`);
      } catch {
        return null; // storage is forbidden here
      }
    },
    /** @param {string} key @param {string} value */
    write(key, value) {
      try {
        localStorage.setItem(`zhimai.${key}`, value);
      } catch {
        // storage is forbidden here: the choice lasts as long as the page is open
      }
    },
  });

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let chosen = memory.read("theme");
  let printing = false;

  const current = () => (printing ? "light" : (chosen ?? (dark.matches ? "dark" : "light")));
  const apply = () => {
    document.documentElement.dataset.theme = current();
    listeners.forEach((listener) => listener());
  };
  const toggle = () => {
    chosen = current() === "dark" ? "light" : "dark";
    memory.write("theme", chosen);
    apply();
  };
  /** Paper is white: a page is printed in its light colours. @param {boolean} begins */
  const print = (begins) => {
    printing = begins;
    apply();
  };

  dark.addEventListener("change", apply);
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  apply();

  const theme = Object.freeze({
    current,
    toggle,
    /** @param {() => void} listener called after each change of colours */
    onChange: (listener) => void listeners.push(listener),
  });
  return { memory, theme };
})();
