// One chart: basemap, theatre, areas of doubt and lines by MapLibre, signs and names by us. The rooms give it features.
import { Map as GlMap, prewarm, setWorkerUrl, type MapMouseEvent, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection } from 'geojson';
import { colour } from '../theme';
import { coarseBorders, coarseLand, fine, graticule, type Box } from './basemap';
import { Signs } from './signs';
import { tileLayers, type TileSet } from './tiles';

setWorkerUrl(new URL('/map-worker.js', location.href).href);
prewarm(); // the worker reads its code while the page does other things

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
export type SourceName = 'land' | 'coast' | 'borders' | 'grid' | 'theatre' | 'areas' | 'lines' | 'dots' | 'names' | 'mark';
const SOURCES = ['land', 'coast', 'borders', 'grid', 'theatre', 'areas', 'lines'] as const;

/** Paint that follows the theme: layer, property, name of the colour. */
const PAINT: readonly [string, string, string][] = [
  ['water', 'background-color', 'water'],
  ['land', 'fill-color', 'land'],
  ['borders', 'line-color', 'border'],
  ['coast', 'line-color', 'border'],
  ['grid', 'line-color', 'grid'],
  ['theatre-land', 'fill-color', 'land'],
  ['theatre-edge', 'line-color', 'ink2'],
  ['theatre-parts', 'line-color', 'border'],
];

function style(): StyleSpecification {
  const sources: StyleSpecification['sources'] = {};
  for (const name of SOURCES) sources[name] = { type: 'geojson', data: NOTHING };
  return {
    version: 8,
    sources,
    layers: [
      { id: 'water', type: 'background', paint: { 'background-color': colour('water') } },
      { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': colour('grid'), 'line-width': 0.8 } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('land'), 'fill-antialias': false } },
      { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': colour('border'), 'line-width': 0.7 } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour('border'), 'line-width': 1.1 } },
      { id: 'theatre-land', type: 'fill', source: 'theatre', filter: ['==', ['get', 'kind'], 'coast'], paint: { 'fill-color': colour('land') } },
      { id: 'theatre-parts', type: 'line', source: 'theatre', filter: ['!=', ['get', 'kind'], 'coast'], paint: { 'line-color': colour('border'), 'line-width': 0.9, 'line-dasharray': [3, 2] } },
      { id: 'theatre-edge', type: 'line', source: 'theatre', filter: ['==', ['get', 'kind'], 'coast'], paint: { 'line-color': colour('ink2'), 'line-width': 1.3 } },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-antialias': false, 'fill-color': ['get', 'colour'], 'fill-opacity': ['coalesce', ['get', 'opacity'], 0.045] } },
      { id: 'areas-edge', type: 'line', source: 'areas', paint: { 'line-color': ['get', 'colour'], 'line-width': 1.1, 'line-dasharray': [2, 2.2], 'line-opacity': 0.75 } },
      { id: 'lines', type: 'line', source: 'lines', layout: { 'line-cap': 'round' }, paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'width'], 'line-opacity': 0.8 } },
    ],
  };
}

/** Room for names below the lowest spot, and for the note on borders. */
const PAD = { top: 40, left: 44, right: 44, bottom: 62 };

export interface View {
  at?: [lon: number, lat: number, zoom: number] | undefined;
  bounds?: [number, number, number, number] | undefined;
}

export class Chart {
  readonly map: GlMap;
  private loaded = false;
  private readonly pending = new Map<SourceName, FeatureCollection>();
  readonly signs: Signs;
  private detailed: Box | null = null; // where the basemap's finer shapes are drawn
  private gone = false;
  private begun = false; // it is known where the chart looks
  private start: View | null = null; // where it looked first, until land is drawn or the reader moves it
  private lined = false; // land is drawn, and lines may come
  private tiled: TileSet | null = null;

  /** Comes when the basemap is drawn, or is known not to come: what is less wanted than the signs waits for it. */
  readonly grounded: Promise<void>;

  /** Without a view the chart is made ready all the same (which takes the browser a while), and `begin` says where it looks. */
  constructor(box: HTMLElement, view: View | null) {
    this.map = new GlMap({
      container: box,
      style: style(),
      center: view?.at ? [view.at[0], view.at[1]] : [10, 20],
      zoom: view?.at ? view.at[2] : 1,
      ...(view?.bounds && !view.at ? { bounds: view.bounds, fitBoundsOptions: { padding: PAD, maxZoom: 10 } } : {}),
      validateStyle: false, // it is ours
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 14,
      fadeDuration: 0,
      renderWorldCopies: false,
      maplibreLogo: false,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.getCanvas().removeAttribute('aria-label');
    this.signs = new Signs(this.map);
    this.begun = view !== null;
    this.start = view;
    // What stands around the chart comes while it is made ready (the timeline, an event's panel), and takes of its room.
    this.map.on('resize', () => { if (this.start?.bounds) this.fit(this.start.bounds, true); });
    this.map.on('movestart', (event) => { if ('originalEvent' in event && event.originalEvent) this.start = null; });
    const land = coarseLand();
    // Sources take data before the first of them is drawn; the signs need no source at all.
    this.map.once('style.load', () => {
      this.loaded = true;
      for (const [name, data] of this.pending) this.put(name, data);
      this.pending.clear();
      this.look();
      this.detail();
    });
    this.grounded = land
      .then((shapes) => this.put('land', shapes), () => undefined) // the record is drawn without it
      .then(() => this.idle());
    // Lines take the worker and the card much longer than land does: they come once land and signs are there.
    void this.grounded.then(async () => {
      this.start = null;
      this.lined = true;
      this.look();
      this.put('coast', await land);
      this.put('borders', await coarseBorders());
      await this.refine();
    }).catch(() => undefined);
    this.map.on('moveend', () => {
      this.look();
      void this.grounded.then(() => this.refine());
    });
  }

  /** Look there, for the first time. */
  begin(view: View): void {
    this.begun = true;
    this.start = view;
    this.map.resize();
    if (view.at) this.map.jumpTo({ center: [view.at[0], view.at[1]], zoom: view.at[2] });
    else if (view.bounds) this.fit(view.bounds, true);
    this.map.triggerRepaint(); // also where that is no other place than before
    this.look();
  }

  /** Once the chart has drawn where it looks. */
  private async idle(): Promise<void> {
    do await this.map.once('idle');
    while (!this.begun && !this.gone);
  }

  /** In place of the world's coarse shapes the finer ones of what is in the window and around it. */
  private async refine(): Promise<void> {
    if (this.gone) return;
    const [west, south, east, north] = this.map.getBounds().toArray().flat() as Box;
    const { detailed: done } = this;
    if (this.map.getZoom() <= 3.2 || (done && west >= done[0] && south >= done[1] && east <= done[2] && north <= done[3])) return;
    const [wide, high] = [east - west, north - south];
    const box: Box = [west - wide, south - high, east + wide, north + high];
    this.detailed = box;
    const shapes = await fine(box).catch(() => null); // the coarse ones stay
    if (!shapes || this.detailed !== box) return;
    this.put('land', shapes.land);
    this.put('coast', shapes.land);
    this.put('borders', shapes.borders);
  }

  /** What lies around the place where the chart looks now. */
  private look(): void {
    if (!this.loaded || !this.begun || !this.lined) return;
    const box = this.map.getBounds();
    const span = box.getEast() - box.getWest();
    const step = [30, 10, 5, 2, 1, 0.5, 0.25, 0.1].find((each) => span / each > 3.5) ?? 0.1;
    const pad = span / 2;
    this.put('grid', graticule(step, [box.getWest() - pad, box.getSouth() - pad, box.getEast() + pad, box.getNorth() + pad]));
  }

  /** The operator's detailed map: over the basemap, under everything that the record says. */
  tiles(set: TileSet): void {
    this.tiled = set;
    if (this.loaded) this.detail();
  }

  private detail(): void {
    const set = this.tiled;
    if (!set || this.map.getSource('tiles')) return;
    const [west, south, east, north] = set.bounds;
    const bounds = west === undefined || south === undefined || east === undefined || north === undefined ? {} : { bounds: [west, south, east, north] as [number, number, number, number] };
    const tiles = [new URL(set.address, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}')];
    const common = { tiles, minzoom: set.low, maxzoom: set.high, ...bounds };
    this.map.addSource('tiles', set.kind === 'vector' ? { type: 'vector', ...common } : { type: 'raster', tileSize: 256, ...common });
    for (const layer of tileLayers(set)) this.map.addLayer(layer, 'theatre-land');
  }

  put(name: SourceName, data: FeatureCollection): void {
    if (this.gone) return;
    if (name === 'dots') this.signs.put(data.features);
    else if (name === 'names') this.signs.label(data.features);
    else if (name === 'mark') this.signs.mark(data.features);
    else if (this.loaded) (this.map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
    else this.pending.set(name, data);
  }

  /** Change some of the signs; their features have ids. */
  change(add: Feature[], remove: number[]): void {
    if (add.length || remove.length) this.signs.change(add, remove);
  }

  /** Take the present theme's colours. */
  repaint(): void {
    this.signs.repaint();
    if (!this.loaded) return;
    if (this.tiled) {
      for (const layer of tileLayers(this.tiled)) {
        for (const [property, value] of Object.entries(layer.paint ?? {})) this.map.setPaintProperty(layer.id, property as 'fill-color', value as string);
      }
    }
    for (const [layer, property, name] of PAINT) this.map.setPaintProperty(layer, property as 'fill-color', colour(name));
  }

  fit(bounds: [number, number, number, number], quick = false): void {
    this.map.fitBounds(bounds, { padding: PAD, maxZoom: 10, duration: quick || calm() ? 0 : 500 });
  }

  /** The sign at a point, if any. */
  signAt(event: MapMouseEvent): Feature | null {
    return this.signs.at(event.point.x, event.point.y);
  }

  destroy(): void {
    this.gone = true;
    this.signs.destroy();
    this.map.remove();
  }
}

/** True where the reader asked for less motion. */
export function calm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** A circle on the ground as a polygon. */
export function circle(lon: number, lat: number, km: number, properties: Record<string, unknown>): Feature {
  const points: [number, number][] = [];
  const dLat = km / 111.195;
  const dLon = dLat / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  for (let k = 0; k <= 64; k++) {
    const angle = (k / 64) * Math.PI * 2;
    points.push([lon + dLon * Math.cos(angle), lat + dLat * Math.sin(angle)]);
  }
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [points] } };
}
