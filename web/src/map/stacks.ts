// Events on a map without losing any: all events at one spot are a stack; stacks that would overlap on the screen are one
// cluster, which sits on its largest stack. Clusters depend on all rows and the zoom alone, so that they stay put while
// one brushes and only their counts change (50,000 rows: about a millisecond a change).

export const MERGE = 30; // px: signs nearer than this would hide each other
const STEP = 9.2; // px between the dots of a blossom
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const TILE = 512;

export interface Level {
  clusterOf: Int32Array; // stack -> cluster
  main: Int32Array; // cluster -> its largest stack
  members: Int32Array; // cluster -> how many stacks
  gap: Float64Array; // cluster -> px to the next one
  of: Int32Array; // row -> cluster, -1 without a place
  rows: Int32Array; // rows by cluster: those of cluster k from begin[k] to begin[k + 1]
  begin: Int32Array;
}

/** Levels that are kept: what one zooms to and fro between. */
const KEPT = 8;

export function mercator(lon: number, lat: number): [number, number] {
  const clamped = Math.max(-85.05, Math.min(85.05, lat));
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (clamped * Math.PI) / 360)) / (2 * Math.PI);
  return [(lon + 180) / 360, y];
}

export function unmercator(x: number, y: number): [number, number] {
  return [x * 360 - 180, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

export class Stacks {
  readonly stackOf: Int32Array; // row -> stack, -1 without a place
  readonly rank: Int32Array; // row -> its place within the stack
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly size: number[] = [];
  private readonly levels = new Map<number, Level>();

  constructor(lon: ArrayLike<number>, lat: ArrayLike<number>, placed: Uint8Array) {
    const count = placed.length;
    this.stackOf = new Int32Array(count).fill(-1);
    this.rank = new Int32Array(count);
    const known = new Map<number, Map<number, number>>(); // by longitude, then latitude: words for them would cost ten times as much
    for (let row = 0; row < count; row++) {
      if (!placed[row]) continue;
      let column = known.get(lon[row]!);
      if (!column) known.set(lon[row]!, (column = new Map()));
      let stack = column.get(lat[row]!);
      if (stack === undefined) {
        stack = this.x.length;
        column.set(lat[row]!, stack);
        const [x, y] = mercator(lon[row] ?? 0, lat[row] ?? 0);
        this.x.push(x);
        this.y.push(y);
        this.size.push(0);
      }
      this.stackOf[row] = stack;
      this.rank[row] = this.size[stack]!++;
    }
  }

  /** Who is merged with whom at a zoom (in half steps). */
  level(zoom: number): Level {
    const half = Math.max(0, Math.min(44, Math.floor(zoom * 2)));
    const old = this.levels.get(half);
    if (old) return old;
    const made = this.merge(TILE * 2 ** (half / 2));
    this.levels.set(half, made);
    for (const first of this.levels.keys()) {
      if (this.levels.size <= KEPT) break;
      this.levels.delete(first);
    }
    return made;
  }

  private merge(world: number): Level {
    const count = this.x.length;
    const clusterOf = new Int32Array(count).fill(-1);
    const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => this.size[b]! - this.size[a]! || a - b);
    const cells = this.grid(world, order);
    const main: number[] = [];
    const members: number[] = [];
    const reach = MERGE / world;
    for (const stack of order) {
      if (clusterOf[stack] !== -1) continue;
      const id = main.length;
      main.push(stack);
      let taken = 0;
      for (const other of this.near(cells, world, stack)) {
        if (clusterOf[other] !== -1) continue;
        if (Math.hypot(this.x[other]! - this.x[stack]!, this.y[other]! - this.y[stack]!) > reach) continue;
        clusterOf[other] = id;
        taken++;
      }
      members.push(taken);
    }
    const centres = this.grid(world, main);
    const gap = new Float64Array(main.length);
    main.forEach((stack, id) => {
      let best = Infinity;
      for (const other of this.near(centres, world, stack, 5)) {
        if (other === stack) continue;
        best = Math.min(best, Math.hypot(this.x[other]! - this.x[stack]!, this.y[other]! - this.y[stack]!) * world);
      }
      gap[id] = best;
    });
    return { clusterOf, main: Int32Array.from(main), members: Int32Array.from(members), gap, ...this.dealt(clusterOf, main.length) };
  }

  /** Rows dealt out to their clusters, in their own order. */
  private dealt(clusterOf: Int32Array, clusters: number): Pick<Level, 'of' | 'rows' | 'begin'> {
    const of = this.stackOf.map((stack) => (stack < 0 ? -1 : clusterOf[stack]!));
    const begin = new Int32Array(clusters + 1);
    for (const cluster of of) if (cluster >= 0) begin[cluster + 1]!++;
    for (let k = 0; k < clusters; k++) begin[k + 1]! += begin[k]!;
    const next = begin.slice();
    const rows = new Int32Array(begin[clusters] ?? 0);
    of.forEach((cluster, row) => { if (cluster >= 0) rows[next[cluster]!++] = row; });
    return { of, rows, begin };
  }

  private grid(world: number, stacks: readonly number[]): Map<number, number[]> {
    const cells = new Map<number, number[]>();
    for (const stack of stacks) {
      const key = this.cell(world, stack, 0, 0);
      const cell = cells.get(key);
      if (cell) cell.push(stack);
      else cells.set(key, [stack]);
    }
    return cells;
  }

  private cell(world: number, stack: number, dx: number, dy: number): number {
    const column = Math.floor((this.x[stack]! * world) / MERGE) + dx;
    const row = Math.floor((this.y[stack]! * world) / MERGE) + dy;
    return column * 67_108_864 + row;
  }

  private *near(cells: Map<number, number[]>, world: number, stack: number, reach = 1): Generator<number> {
    for (let dx = -reach; dx <= reach; dx++) {
      for (let dy = -reach; dy <= reach; dy++) {
        const cell = cells.get(this.cell(world, stack, dx, dy));
        if (cell) yield* cell;
      }
    }
  }
}

/** How many dots may blossom around a spot before they would reach its neighbours. */
export function room(gap: number, zoom: number): number {
  const radius = Math.min(zoom >= 9.5 ? 150 : 62, Math.max(17, gap / 2 - 5));
  return Math.max(2, Math.floor((radius / STEP) ** 2));
}

/** Where the dot of a rank stands, in px from the spot. */
export function petal(rank: number): [number, number] {
  const r = STEP * Math.sqrt(rank) * 1.15;
  return [r * Math.cos(rank * GOLDEN), r * Math.sin(rank * GOLDEN)];
}
export { TILE };
