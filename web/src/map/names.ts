// Names beside their spots, none over another: each below, above, right or left of its spot, where it hides fewest signs.
import type { Feature } from 'geojson';
import { colour } from '../theme';
import { mercator } from './stacks';

/** A name, its spot in Mercator's unit square, and its lines with the widest one's width in px. */
export interface Name {
  x: number;
  y: number;
  key: string;
  lines: string[];
  width: number;
  size: number;
  away: number; // px from the spot to the text
}

type Box = [left: number, top: number, right: number, bottom: number];

const LINE = 1.2;
/** Wider than so many times its size, a name takes another line. */
const WIDEST = 22;
/** A name that would hide more signs than this is left out: its spot's page and the list have it. */
const HIDES = 3;
/** Room around a name, px. */
const ROOM = 3;
/** Direction from the spot: below, above, right, left. */
const SIDES = [[0, 1], [0, -1], [1, 0], [-1, 0]] as const;
const font = (size: number) => `${size}px ${FACE}`;
/** The page's own type. */
export const FACE = getComputedStyle(document.documentElement).getPropertyValue('--sans') || 'sans-serif';

export class Placer {
  /** Which side each name took: it stays there as long as it can, so that names do not jump while one brushes. */
  private readonly sides = new Map<string, number>();
  private readonly measure = document.createElement('canvas').getContext('2d');

  /** Names of features, those of lower `order` first. */
  read(features: readonly Feature[]): Name[] {
    const names: (Name & { order: number })[] = [];
    for (const { properties, geometry } of features) {
      const { name, size = 12, offset = 1, order = 0 } = (properties ?? {}) as { name?: string; size?: number; offset?: number; order?: number };
      if (!name || geometry.type !== 'Point') continue;
      const [x, y] = mercator(geometry.coordinates[0]!, geometry.coordinates[1]!);
      const lines = name.split('\n').flatMap((line) => this.wrapped(line, size));
      const width = Math.max(...lines.map((line) => this.width(line, size)));
      names.push({ x, y, key: `${name} ${x} ${y}`, lines, width, size, away: offset * size, order });
    }
    return names.sort((a, b) => a.order - b.order);
  }

  /** Draw what finds room; how many did. `boxes` are the signs: x, y and half of the size of each. */
  draw(pen: CanvasRenderingContext2D, names: readonly Name[], project: (x: number, y: number) => [number, number], boxes: readonly number[], [wide, high]: [number, number]): number {
    const taken: Box[] = [];
    const [ink, halo] = [colour('ink'), colour('land')];
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    for (const name of names) {
      const [x, y] = project(name.x, name.y);
      if (x < 0 || y < 0 || x > wide || y > high) continue;
      const found = this.place(name, x, y, taken, boxes);
      if (!found) continue;
      const [side, box] = found;
      this.sides.set(name.key, side);
      taken.push(box);
      pen.font = font(name.size);
      pen.textAlign = side === 2 ? 'left' : side === 3 ? 'right' : 'center';
      const at = side === 2 ? box[0] : side === 3 ? box[2] : (box[0] + box[2]) / 2;
      name.lines.forEach((line, k) => {
        const row = box[1] + (k + 0.5) * name.size * LINE;
        pen.strokeStyle = halo;
        pen.lineWidth = 3.2;
        pen.strokeText(line, Math.round(at), Math.round(row));
        pen.fillStyle = ink;
        pen.fillText(line, Math.round(at), Math.round(row));
      });
    }
    return taken.length;
  }

  private place(name: Name, x: number, y: number, taken: readonly Box[], boxes: readonly number[]): [number, Box] | null {
    const kept = this.sides.get(name.key) ?? 0;
    let best: [number, Box] | null = null;
    let least = HIDES + 1;
    for (const side of [kept, 0, 1, 2, 3]) {
      const box = boxAt(name, x, y, side);
      if (taken.some((other) => meet(box, other, ROOM))) continue;
      const hidden = hides(box, boxes, x, y);
      if (hidden < least) [best, least] = [[side, box], hidden];
      if (!hidden) break;
    }
    return best;
  }

  private width(line: string, size: number): number {
    if (!this.measure) return line.length * size * 0.6;
    this.measure.font = font(size);
    return this.measure.measureText(line).width;
  }

  private wrapped(line: string, size: number): string[] {
    const lines: string[] = [];
    for (const word of line.split(' ')) {
      const last = lines[lines.length - 1];
      if (last !== undefined && this.width(`${last} ${word}`, size) <= WIDEST * size) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  }
}

function boxAt({ width, size, lines, away }: Name, x: number, y: number, side: number): Box {
  const [dx, dy] = SIDES[side]!;
  const high = lines.length * size * LINE;
  const left = x + dx * away + (dx === 0 ? -width / 2 : dx < 0 ? -width : 0);
  const top = y + dy * away + (dy === 0 ? -high / 2 : dy < 0 ? -high : 0);
  return [left, top, left + width, top + high];
}

function meet(a: Box, b: Box, room: number): boolean {
  return a[0] < b[2] + room && b[0] < a[2] + room && a[1] < b[3] + room && b[1] < a[3] + room;
}

/** Signs that a box covers, but for the one at its own spot. */
function hides([left, top, right, bottom]: Box, boxes: readonly number[], ownX: number, ownY: number): number {
  let count = 0;
  for (let k = 0; k < boxes.length; k += 3) {
    const [x, y, half] = [boxes[k]!, boxes[k + 1]!, boxes[k + 2]!];
    if (x + half <= left || x - half >= right || y + half <= top || y - half >= bottom) continue;
    if (Math.abs(x - ownX) > 1 || Math.abs(y - ownY) > 1) count++;
  }
  return count;
}
