// One canvas over the map, drawn anew after every move: ten thousand marks are a few paths, not ten thousand elements.
// While the map zooms, Leaflet's renderer stretches the old drawing.
const Sheet = L.Renderer.extend({
  initialize(draw, options) {
    L.Renderer.prototype.initialize.call(this, options);
    this._draw = draw;
  },

  _initContainer() {
    this._container = document.createElement("canvas");
    this._context = this._container.getContext("2d");
  },

  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
    delete this._context;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    this.redraw();
  },

  /** Draws the sheet anew where it is. */
  redraw() {
    if (!this._map || !this._bounds) return;
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._draw(this._context, prepare(this._container, this._map, this._bounds));
  },
});

/** Makes a canvas as large as a part of the map, in layer points, and says how to draw on it. */
function prepare(canvas, map, bounds) {
  const size = bounds.getSize();
  const ratio = Math.max(1, Math.min(3, window.devicePixelRatio || 1));
  canvas.width = Math.round(size.x * ratio);
  canvas.height = Math.round(size.y * ratio);
  canvas.style.width = size.x + "px";
  canvas.style.height = size.y + "px";
  canvas.getContext("2d").setTransform(ratio, 0, 0, ratio, 0, 0);
  const origin = map.getPixelOrigin();
  return {
    zoom: map.getZoom(), scale: Math.pow(2, map.getZoom()), ratio,
    width: size.x, height: size.y,
    // From points at zoom 0 to pixels of this canvas.
    left: origin.x + bounds.min.x,
    top: origin.y + bounds.min.y,
    // Pixels of this canvas to pixels of the map's box.
    shift: map.layerPointToContainerPoint(bounds.min),
  };
}
