// The picture of a season as PNG, drawn by this browser from its SVG: saved, or handed to an app.
// Without this script the link to the SVG remains.
const SHARPNESS = 2;

async function painted(url) {
  const svg = await (await fetch(url)).text();
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SHARPNESS;
  canvas.height = image.naturalHeight * SHARPNESS;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function saved(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

for (const place of document.querySelectorAll("[data-picture]")) {
  const told = place.querySelector("[data-told]");
  const make = (use) => async () => {
    told.textContent = "";
    try {
      const blob = await painted(place.dataset.picture);
      await use(new File([blob], `${place.dataset.name}.png`, { type: "image/png" }));
    } catch (error) {
      // Who closes the sheet of apps has changed their mind; nothing failed.
      if (error.name !== "AbortError") told.textContent = told.dataset.failed;
    }
  };
  const save = place.querySelector("[data-save]");
  save.hidden = false;
  save.addEventListener("click", make(saved));
  const probe = new File([""], "x.png", { type: "image/png" });
  if (navigator.canShare?.({ files: [probe] })) {
    const share = place.querySelector("[data-share]");
    share.hidden = false;
    share.addEventListener("click", make((file) => navigator.share({ files: [file] })));
  }
}
