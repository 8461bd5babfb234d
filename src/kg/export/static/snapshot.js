"use strict";

/** The picture as it stands on the screen, for files and for paper. */
zhimai.Snapshot = class {
  #network;
  #paper = zhimai.Dom.byId("paper");

  /** @param {vis.Network} network */
  constructor(network) {
    this.#network = network;
    // After the theme, which heard of it first and has made the colours light.
    addEventListener("beforeprint", () => this.#copy(this.#paper));
  }

  /** Saves it as PNG. @param {string} name of the file */
  save(name) {
    const picture = document.createElement("canvas");
    this.#copy(picture);
    picture.toBlob((blob) => {
      const address = URL.createObjectURL(blob);
      zhimai.Dom.withAttributes(zhimai.Dom.element("a"), { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    }, "image/png");
  }

  /** Draws the picture, and its ground, into another canvas, at once. */
  #copy(target) {
    this.#network.body.emitter.emit("_redraw");
    const { canvas } = this.#network.canvas.frame;
    target.width = canvas.width;
    target.height = canvas.height;
    const context = target.getContext("2d");
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--paper");
    context.fillRect(0, 0, target.width, target.height);
    context.drawImage(canvas, 0, 0);
  }
};
