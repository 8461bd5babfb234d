"use strict";

/** The picture as it stands on the screen, saved as a PNG with its ground. */
zhimai.saveSnapshot = (canvas, name) => {
  const picture = document.createElement("canvas");
  picture.width = canvas.width;
  picture.height = canvas.height;
  const context = picture.getContext("2d");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, 0, 0);
  picture.toBlob((blob) => {
    const address = URL.createObjectURL(blob);
    const link = zhimai.Dom.withAttributes(zhimai.Dom.element("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }, "image/png");
};
