// Signs and names, drawn by us over the chart. A brush then repaints this canvas alone, and neither the basemap nor its
// worker is asked anything; the first signs need not wait for either. Names run in their script's direction, as text does.
import type { Map as GlMap } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { colour } from '../theme';
import { drawIcon, SCALE } from './icons';
import { FACE, Placer, type Name } from './names';
import { mercator, TILE } from './stacks';

/** A sign at a spot; x and y are of the unit square of Mercator's world. */
export interface Sign {
  x: number;
  y: number;
  icon: string;
  count: string;
  order: number; // higher ones lie on top
  feature: Feature;
}

const COUNT = `11px ${FACE}`;

export class Signs {
  readonly canvas = document.createElement('canvas');
  readonly dots = new Map<string | number, Sign>();
  /** Signs and names within the window when it was last drawn. */
  drawn = 0;
  private readonly pen = this.canvas.getContext('2d');
  private readonly sprites = new Map<string, HTMLCanvasElement | null>();
  private readonly placer = new Placer();
  private sorted: Sign[] | null = null;
  private marked: [number, number] | null = null;
  private names: Name[] = [];
  private wanted = 0;
  private last = '';

  constructor(private readonly map: GlMap) {
    this.canvas.className = 'chart-signs';
    this.canvas.setAttribute('aria-hidden', 'true');
    map.getCanvasContainer().append(this.canvas);
    this.size();
    map.on('resize', () => { this.size(); this.paint(); });
    // In the frame in which the map moves, or signs would trail behind it.
    map.on('render', () => { if (this.wanted || this.frame() !== this.last) this.paint(); });
  }

  /** All signs: features with an `icon`, perhaps a `count`, and an `order`. */
  put(features: readonly Feature[]): void {
    this.dots.clear();
    this.change(features, []);
  }

  /** Add some and take some away; a sign added with an id that is there takes its place. */
  change(add: readonly Feature[], remove: readonly number[]): void {
    for (const id of remove) this.dots.delete(id);
    for (const feature of add) {
      const sign = made(feature);
      if (sign) this.dots.set(feature.id ?? this.dots.size, sign);
    }
    this.sorted = null;
    this.ask();
  }

  /** All names: features with a `name`, and perhaps `size` (px), `offset` (of it) and `order` (lower ones first). */
  label(features: readonly Feature[]): void {
    this.names = this.placer.read(features);
    this.ask();
  }

  /** The spot that is marked, if any. */
  mark(features: readonly Feature[]): void {
    const [first] = features;
    this.marked = first?.geometry.type === 'Point' ? mercator(first.geometry.coordinates[0]!, first.geometry.coordinates[1]!) : null;
    this.ask();
  }

  /** Take the present theme's colours. */
  repaint(): void {
    this.sprites.clear();
    this.ask();
  }

  /** The sign nearest to a point of the window, within 3 px of its edge. */
  at(x: number, y: number): Feature | null {
    const project = this.projection();
    let best: Feature | null = null;
    let least = Infinity;
    for (const sign of this.dots.values()) {
      const [sx, sy] = project(sign.x, sign.y);
      const away = Math.hypot(sx - x, sy - y);
      if (away < least && away <= this.reach(sign) + 3) [best, least] = [sign.feature, away];
    }
    return best;
  }

  /** Where a sign stands in the window, px. */
  where(sign: Sign): [number, number] {
    return this.projection()(sign.x, sign.y);
  }

  destroy(): void {
    cancelAnimationFrame(this.wanted);
    this.canvas.remove();
  }

  private ask(): void {
    this.wanted ||= requestAnimationFrame(() => this.paint());
  }

  private frame(): string {
    const { lng, lat } = this.map.getCenter();
    return `${lng} ${lat} ${this.map.getZoom()}`;
  }

  private projection(): (x: number, y: number) => [number, number] {
    const { lng, lat } = this.map.getCenter();
    const [cx, cy] = mercator(lng, lat);
    const world = TILE * 2 ** this.map.getZoom();
    const { clientWidth, clientHeight } = this.map.getContainer();
    return (x, y) => [(x - cx) * world + clientWidth / 2, (y - cy) * world + clientHeight / 2];
  }

  private size(): void {
    const { clientWidth, clientHeight } = this.map.getContainer();
    this.canvas.width = clientWidth * SCALE;
    this.canvas.height = clientHeight * SCALE;
    this.canvas.style.width = `${clientWidth}px`;
    this.canvas.style.height = `${clientHeight}px`;
  }

  private sprite(icon: string): HTMLCanvasElement | null {
    let found = this.sprites.get(icon);
    if (found === undefined) this.sprites.set(icon, (found = drawIcon(icon)));
    return found;
  }

  private reach(sign: Sign): number {
    return (this.sprite(sign.icon)?.width ?? 0) / SCALE / 2 - 3;
  }

  private paint(): void {
    cancelAnimationFrame(this.wanted);
    this.wanted = 0;
    this.last = this.frame();
    this.drawn = 0;
    const { pen } = this;
    if (!pen) return;
    const [wide, high] = [this.canvas.width / SCALE, this.canvas.height / SCALE];
    const project = this.projection();
    pen.setTransform(SCALE, 0, 0, SCALE, 0, 0);
    pen.clearRect(0, 0, wide, high);
    if (this.marked) {
      const [x, y] = project(...this.marked);
      pen.beginPath();
      pen.arc(x, y, 16.5, 0, Math.PI * 2);
      pen.strokeStyle = colour('accent');
      pen.lineWidth = 3;
      pen.stroke();
    }
    pen.font = COUNT;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillStyle = colour('ink');
    this.sorted ??= [...this.dots.values()].sort((a, b) => a.order - b.order || a.y - b.y);
    const boxes: number[] = []; // x, y, half of the size: what names keep clear of
    for (const sign of this.sorted) {
      const [x, y] = project(sign.x, sign.y);
      if (x < -40 || y < -40 || x > wide + 40 || y > high + 40) continue;
      const image = this.sprite(sign.icon);
      if (!image) continue;
      const size = image.width / SCALE;
      pen.drawImage(image, Math.round(x - size / 2), Math.round(y - size / 2), size, size);
      if (sign.count) pen.fillText(sign.count, Math.round(x), Math.round(y) + 0.5);
      if (this.names.length) boxes.push(x, y, size / 2 - 3);
      this.drawn++;
    }
    if (this.names.length) this.drawn += this.placer.draw(pen, this.names, project, boxes, [wide, high]);
  }
}

function made(feature: Feature): Sign | null {
  const { icon, count = '', order = 0 } = (feature.properties ?? {}) as { icon?: string; count?: string; order?: number };
  if (!icon || feature.geometry.type !== 'Point') return null;
  const [x, y] = mercator(feature.geometry.coordinates[0]!, feature.geometry.coordinates[1]!);
  return { x, y, icon, count, order, feature };
}
