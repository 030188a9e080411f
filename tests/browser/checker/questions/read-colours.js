// Each box: x, y, w, h from the picture's corner. The colours inside it, or in a ring around it, with the share of each.
const bytes = Uint8Array.from(atob(argument.picture), c => c.charCodeAt(0));
const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
const canvas = new OffscreenCanvas(bitmap.width, bitmap.height), pen = canvas.getContext("2d", {willReadFrequently: true});
pen.drawImage(bitmap, 0, 0);
const picture = pen.getImageData(0, 0, bitmap.width, bitmap.height).data;
const at = (x, y) => { if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return null;
  const i = 4 * (Math.floor(y) * bitmap.width + Math.floor(x)); return `${picture[i]},${picture[i + 1]},${picture[i + 2]}`; };
return argument.boxes.map(box => {
  const seen = new Map(), note = colour => colour && seen.set(colour, (seen.get(colour) ?? 0) + 1);
  const step = Math.max(1, Math.sqrt(box.w * box.h / 600));
  if (box.ring) {
    const r = box.ring, left = box.x - r, right = box.x + box.w + r, top = box.y - r, bottom = box.y + box.h + r;
    for (let x = left; x <= right; x += step) { note(at(x, top)); note(at(x, bottom)); }
    for (let y = top; y <= bottom; y += step) { note(at(left, y)); note(at(right, y)); }
  } else for (let y = box.y; y < box.y + box.h; y += step) for (let x = box.x; x < box.x + box.w; x += step) note(at(x, y));
  const total = [...seen.values()].reduce((a, b) => a + b, 0) || 1;
  return [...seen].map(([colour, n]) => [colour.split(",").map(Number), n / total]).sort((a, b) => b[1] - a[1]).slice(0, 6);
});
