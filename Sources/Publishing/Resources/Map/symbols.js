// The marks. Each kind has its own shape and its own colour, so that either alone tells it: Blues for signal, the purple and orange of PuOr for
// the lack of it, never red against green. The legend is drawn with the same functions as the map.

const INK = "#22303c";
const STYLES = {
  covered: { shape: "circle", fill: "#6baed6", line: "#08519c", size: 1 },
  partial: { shape: "triangle", fill: "#fdb863", line: "#b35806", size: 1.35 },
  uncovered: { shape: "diamond", fill: "#542788", line: "#ffffff", size: 1.45 },
  unknown: { shape: "cross", fill: "#8c8c8c", line: "#5b5b5b", size: 1.1 },
  gained: { shape: "ring", fill: "#ffffff", line: "#08306b", size: 1.35 },
  site: { shape: "spike", fill: "#56636f", line: "#ffffff", size: 1.25 },
  work: { shape: "star", fill: "#08306b", line: "#ffffff", size: 2.2 },
  upgrade: { shape: "star", fill: "#ffffff", line: "#08306b", size: 2 },
};

/** Adds the outline of a shape to a path. `r` is the radius of a circle of like weight. */
function trace(path, shape, x, y, r) {
  switch (shape) {
    case "circle": case "ring":
      path.moveTo(x + r, y);
      path.arc(x, y, r, 0, 2 * Math.PI);
      break;
    case "triangle":
      path.moveTo(x, y - 1.15 * r);
      path.lineTo(x + r, y + 0.75 * r);
      path.lineTo(x - r, y + 0.75 * r);
      path.closePath();
      break;
    case "diamond":
      path.moveTo(x, y - 1.1 * r);
      path.lineTo(x + 1.1 * r, y);
      path.lineTo(x, y + 1.1 * r);
      path.lineTo(x - 1.1 * r, y);
      path.closePath();
      break;
    case "cross":
      path.moveTo(x - r, y - r);
      path.lineTo(x + r, y + r);
      path.moveTo(x + r, y - r);
      path.lineTo(x - r, y + r);
      break;
    case "spike":
      path.moveTo(x, y - 1.7 * r);
      path.lineTo(x + 0.55 * r, y + 0.9 * r);
      path.lineTo(x - 0.55 * r, y + 0.9 * r);
      path.closePath();
      break;
    case "star":
      for (let i = 0; i < 10; i++) {
        const [angle, far] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 ? 0.45 * r : r];
        path[i ? "lineTo" : "moveTo"](x + far * Math.cos(angle), y + far * Math.sin(angle));
      }
      path.closePath();
  }
}

/** Fills and strokes a path in the way of its kind. */
function paint(context, path, kind, r) {
  const style = STYLES[kind];
  const isLine = style.shape === "cross";
  context.lineJoin = "round";
  if (isLine) {
    // A light rim keeps thin marks readable over blue.
    context.strokeStyle = "rgba(255,255,255,.85)";
    context.lineWidth = Math.max(2.4, 0.9 * r);
    context.stroke(path);
  } else {
    context.fillStyle = style.fill;
    context.fill(path);
  }
  context.strokeStyle = style.line;
  context.lineWidth = style.shape === "spike" ? 0.7 : style.shape === "ring" ? Math.max(1.6, 0.45 * r) : Math.max(0.9, 0.24 * r);
  context.stroke(path);
}

const stamps = new Map();

/** A mark drawn once, to be put down many times: forty thousand stamps are quicker than one path of forty thousand circles. */
function stamp(kind, r, ratio) {
  const key = `${kind} ${r.toFixed(2)} ${ratio}`;
  if (!stamps.has(key)) {
    if (stamps.size > 200) stamps.clear();
    const side = Math.ceil(2 * (1.8 * r + 2));
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.ceil(side * ratio);
    const context = canvas.getContext("2d");
    context.scale(canvas.width / side, canvas.height / side);
    const path = new Path2D();
    trace(path, STYLES[kind].shape, side / 2, side / 2, r);
    paint(context, path, kind, r);
    stamps.set(key, { canvas, side });
  }
  return stamps.get(key);
}

/** A mark of its own, as in the legend; hidden from readers of the screen, which hear the word beside it. */
function icon(kind, side = 18) {
  const canvas = document.createElement("canvas");
  const ratio = 2;
  canvas.width = canvas.height = side * ratio;
  canvas.style.width = canvas.style.height = side + "px";
  canvas.className = "icon";
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  if (kind === "link") {
    context.strokeStyle = "#08306b";
    context.lineWidth = 1.8;
    context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(1, side - 4);
    context.lineTo(side - 1, 4);
    context.stroke();
  } else if (kind === "footprint") {
    context.fillStyle = "rgba(107,174,214,.35)";
    context.strokeStyle = "#4292c6";
    context.beginPath();
    context.ellipse(side / 2, side / 2, side / 2 - 1.5, side / 2 - 4, -0.4, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  } else if (kind === "raster") {
    ["#deebf7", "#9ecae1", "#4292c6"].forEach((color, i) => {
      context.fillStyle = color;
      context.fillRect(1 + (i * (side - 2)) / 3, 3, (side - 2) / 3, side - 6);
    });
  } else if (kind === "names") {
    context.fillStyle = INK;
    context.font = "bold 12px sans-serif";
    context.textAlign = "center";
    context.fillText("Aa", side / 2, side / 2 + 4);
  } else {
    const path = new Path2D();
    const r = (side / 2 - 2) / Math.max(1.3, STYLES[kind].size);
    trace(path, STYLES[kind].shape, side / 2, side / 2, r * STYLES[kind].size);
    paint(context, path, kind, r * STYLES[kind].size);
  }
  return canvas;
}
