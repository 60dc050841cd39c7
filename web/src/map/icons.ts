// Map signs, drawn when first asked for. A name says all that is drawn, so that the same sign is drawn once:
//   d|family|look     one event: shape by family, filling by doubt
//   c|size|a,b,c,d|x  several: ring in quarters by family, about x quarters of it disputed (the overprint)
//   p|          a place by itself
//   h|hold|i,j        control of a place: i, j are numbers of sides (-1 nobody)
import { colour } from '../theme';
import { FAMILIES, type Family, type Look } from '../format';

/** Signs are drawn at twice the size on dense screens. */
export const SCALE = devicePixelRatio > 1.2 ? 2 : 1;

export function drawIcon(name: string): HTMLCanvasElement | null {
  const [kind, ...rest] = name.split('|');
  if (kind === 'd') return dot(rest[0] as Family, rest[1] as Look);
  if (kind === 'c') return ring(Number(rest[0]), (rest[1] ?? '').split(',').map(Number), Number(rest[2]));
  if (kind === 'p') return pin();
  if (kind === 'h') return hold(rest[0] ?? '', (rest[1] ?? '').split(',').map(Number));
  return null;
}

function canvas(size: number): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas');
  made.width = made.height = size * SCALE;
  const pen = made.getContext('2d');
  pen?.scale(SCALE, SCALE);
  return pen;
}

/** The outline of a family's shape around (c, c). Areas are about equal, so that none looks heavier. */
function shape(pen: CanvasRenderingContext2D, of: Family, c: number, r: number): void {
  pen.beginPath();
  if (of === 'fight') pen.arc(c, c, r, 0, Math.PI * 2);
  else if (of === 'ground') pen.rect(c - r * 0.88, c - r * 0.88, r * 1.76, r * 1.76);
  else if (of === 'people') {
    pen.moveTo(c, c - r * 1.22);
    pen.lineTo(c + r * 1.14, c + r * 0.82);
    pen.lineTo(c - r * 1.14, c + r * 0.82);
    pen.closePath();
  } else {
    pen.moveTo(c, c - r * 1.24);
    pen.lineTo(c + r * 1.24, c);
    pen.lineTo(c, c + r * 1.24);
    pen.lineTo(c - r * 1.24, c);
    pen.closePath();
  }
}

function dot(of: Family, how: Look): HTMLCanvasElement | null {
  const size = 20;
  const pen = canvas(size);
  if (!pen) return null;
  const c = size / 2;
  const r = 5.4;
  const fill = colour(of);
  pen.lineJoin = 'round';
  shape(pen, of, c, r + 1.6); // a rim that lifts the sign off whatever lies below
  pen.fillStyle = colour('panel');
  pen.fill();
  shape(pen, of, c, r);
  if (how === 'solid') {
    pen.fillStyle = fill;
    pen.fill();
  } else if (how === 'split') {
    pen.save();
    pen.clip();
    pen.fillStyle = fill;
    pen.fillRect(0, 0, c, size);
    pen.restore();
  }
  shape(pen, of, c, r);
  pen.strokeStyle = how === 'split' ? colour('caution') : how === 'solid' ? colour('ink') : fill;
  pen.lineWidth = how === 'solid' ? 1 : 2.1;
  if (how === 'faint') pen.setLineDash([2, 2]);
  pen.stroke();
  if (how === 'hollow') {
    // Ink around the coloured ring: orange on buff alone would be too faint.
    shape(pen, of, c, r + 1.2);
    pen.strokeStyle = colour('ink');
    pen.lineWidth = 0.7;
    pen.stroke();
  }
  return pen.canvas;
}

/** Radius of a cluster's ring in pixels by its size class. */
export const RING = [11, 14, 18, 23] as const;
export function sizeClass(count: number): number {
  return count < 10 ? 0 : count < 100 ? 1 : count < 1000 ? 2 : 3;
}

function ring(sizeNumber: number, shares: number[], disputed: number): HTMLCanvasElement | null {
  const r = RING[sizeNumber] ?? 11;
  const size = r * 2 + 8;
  const pen = canvas(size);
  if (!pen) return null;
  const c = size / 2;
  pen.beginPath();
  pen.arc(c, c, r, 0, Math.PI * 2);
  pen.fillStyle = colour('panel');
  pen.fill();
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  let from = -Math.PI / 2;
  shares.forEach((share, index) => {
    if (!share) return;
    const to = from + (share / all) * Math.PI * 2;
    pen.beginPath();
    pen.arc(c, c, r - 2, from, to);
    pen.strokeStyle = colour(FAMILIES[index] ?? 'fight');
    pen.lineWidth = 4;
    pen.stroke();
    from = to;
  });
  pen.beginPath();
  pen.arc(c, c, r + 0.5, 0, Math.PI * 2);
  pen.strokeStyle = colour('ink');
  pen.lineWidth = 0.8;
  pen.stroke();
  if (disputed) {
    pen.beginPath();
    pen.arc(c, c, r + 2.4, -Math.PI / 2, -Math.PI / 2 + (disputed / 4) * Math.PI * 2);
    pen.strokeStyle = colour('caution');
    pen.lineWidth = 2.2;
    pen.stroke();
  }
  return pen.canvas;
}

function pin(): HTMLCanvasElement | null {
  const size = 20;
  const pen = canvas(size);
  if (!pen) return null;
  for (const [r, fill] of [[6.5, 'panel'], [5, 'ink'], [2, 'panel']] as const) {
    pen.beginPath();
    pen.arc(size / 2, size / 2, r, 0, Math.PI * 2);
    pen.fillStyle = colour(fill);
    pen.fill();
  }
  return pen.canvas;
}

function hold(how: string, sides: number[]): HTMLCanvasElement | null {
  const size = 30;
  const pen = canvas(size);
  if (!pen) return null;
  const c = size / 2;
  const r = 9;
  const paint = (side: number | undefined) => (side === undefined || side < 0 ? colour('panel') : colour(side > 5 ? 'line2' : `side${side}`));
  const disc = () => {
    pen.beginPath();
    pen.arc(c, c, r, 0, Math.PI * 2);
  };
  disc();
  pen.fillStyle = colour('panel');
  pen.fill();
  if (how === 'held') {
    disc();
    pen.fillStyle = paint(sides[0]);
    pen.fill();
  } else if (how === 'divided' || how === 'contested') {
    pen.save();
    disc();
    pen.clip();
    if (how === 'divided') {
      pen.fillStyle = paint(sides[0]);
      pen.fillRect(0, 0, c - 1, size);
      pen.fillStyle = paint(sides[1]);
      pen.fillRect(c + 1, 0, c, size);
    } else {
      // Contested: stripes of both, as nobody can say where one ends.
      pen.translate(c, c);
      pen.rotate(Math.PI / 4);
      for (let k = -6; k < 6; k++) {
        pen.fillStyle = paint(sides[((k % 2) + 2) % 2]);
        pen.fillRect(k * 4, -size, 4, size * 2);
      }
    }
    pen.restore();
  }
  disc();
  pen.strokeStyle = how === 'contested' ? colour('caution') : colour('ink');
  pen.lineWidth = how === 'contested' ? 2.6 : 1.6;
  if (how === 'unknown') pen.setLineDash([3, 3]);
  pen.stroke();
  if (how === 'unknown') {
    pen.fillStyle = colour('ink');
    pen.font = '600 12px sans-serif';
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    pen.fillText('?', c, c + 0.5);
  }
  return pen.canvas;
}

