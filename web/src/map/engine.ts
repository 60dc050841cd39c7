// One chart: basemap, theatre, areas of doubt, lines, signs and names. The rooms give it features; it draws them.
import { Map as GlMap, setWorkerUrl, type MapMouseEvent, type GeoJSONSource, type StyleSpecification } from 'maplibre-gl';
import type { Feature, FeatureCollection } from 'geojson';
import { colour } from '../theme';
import { basemap, graticule } from './basemap';
import { drawIcon, SCALE } from './icons';
import { tileLayers, type TileSet } from './tiles';

setWorkerUrl(new URL('/map-worker.js', location.href).href);

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
export type SourceName = 'land' | 'borders' | 'grid' | 'theatre' | 'areas' | 'lines' | 'dots' | 'names' | 'mark';
const SOURCES: readonly SourceName[] = ['land', 'borders', 'grid', 'theatre', 'areas', 'lines', 'dots', 'names', 'mark'];
const FONT = ['sans-serif'];

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
  ['names', 'text-color', 'ink'],
  ['names', 'text-halo-color', 'land'],
  ['dots', 'text-color', 'ink'],
  ['mark', 'circle-stroke-color', 'accent'],
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
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': colour('border'), 'line-width': 0.7 } },
      { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour('border'), 'line-width': 1.1 } },
      { id: 'theatre-land', type: 'fill', source: 'theatre', filter: ['==', ['get', 'kind'], 'coast'], paint: { 'fill-color': colour('land') } },
      { id: 'theatre-parts', type: 'line', source: 'theatre', filter: ['!=', ['get', 'kind'], 'coast'], paint: { 'line-color': colour('border'), 'line-width': 0.9, 'line-dasharray': [3, 2] } },
      { id: 'theatre-edge', type: 'line', source: 'theatre', filter: ['==', ['get', 'kind'], 'coast'], paint: { 'line-color': colour('ink2'), 'line-width': 1.3 } },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': ['get', 'colour'], 'fill-opacity': ['coalesce', ['get', 'opacity'], 0.045] } },
      { id: 'areas-edge', type: 'line', source: 'areas', paint: { 'line-color': ['get', 'colour'], 'line-width': 1.1, 'line-dasharray': [2, 2.2], 'line-opacity': 0.75 } },
      { id: 'lines', type: 'line', source: 'lines', layout: { 'line-cap': 'round' }, paint: { 'line-color': ['get', 'colour'], 'line-width': ['get', 'width'], 'line-opacity': 0.8 } },
      { id: 'mark', type: 'circle', source: 'mark', paint: { 'circle-radius': 15, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-width': 3, 'circle-stroke-color': colour('accent') } },
      {
        id: 'dots', type: 'symbol', source: 'dots',
        layout: {
          'icon-image': ['get', 'icon'], 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'symbol-sort-key': ['get', 'order'],
          'text-field': ['get', 'count'], 'text-font': FONT, 'text-size': 11, 'text-allow-overlap': true, 'text-ignore-placement': true,
        },
        paint: { 'text-color': colour('ink') },
      },
      {
        id: 'names', type: 'symbol', source: 'names',
        layout: {
          'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': ['coalesce', ['get', 'size'], 12], 'text-anchor': 'top',
          'text-radial-offset': ['coalesce', ['get', 'offset'], 1], 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'symbol-sort-key': ['get', 'order'],
          'text-padding': 3, 'text-max-width': 22,
        },
        paint: { 'text-color': colour('ink'), 'text-halo-color': colour('land'), 'text-halo-width': 1.6 },
      },
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
  private fine = false;
  private tiled: TileSet | null = null;

  constructor(box: HTMLElement, view: View, onReady: () => void) {
    this.map = new GlMap({
      container: box,
      style: style(),
      center: view.at ? [view.at[0], view.at[1]] : [10, 20],
      zoom: view.at ? view.at[2] : 1,
      ...(view.bounds && !view.at ? { bounds: view.bounds, fitBoundsOptions: { padding: PAD, maxZoom: 10 } } : {}),
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
    this.map.on('load', () => {
      this.loaded = true;
      for (const [name, data] of this.pending) this.put(name, data);
      this.pending.clear();
      this.grid();
      void this.base();
      this.detail();
      onReady();
    });
    this.map.on('moveend', () => {
      if (!this.loaded) return;
      this.grid();
      void this.base();
    });
  }

  private draw(name: string): void {
    const image = drawIcon(name);
    if (!image) return;
    if (this.map.hasImage(name)) this.map.updateImage(name, image);
    else this.map.addImage(name, image, { pixelRatio: SCALE });
  }

  private async base(): Promise<void> {
    const wantFine = this.map.getZoom() > 3.2;
    if (this.fine || (!wantFine && this.map.getSource('land') && this.coarse)) return;
    this.coarse = true;
    this.fine ||= wantFine;
    const shapes = await basemap(wantFine);
    this.put('land', shapes.land);
    this.put('borders', shapes.borders);
  }
  private coarse = false;

  private grid(): void {
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
    if (!this.loaded) {
      this.pending.set(name, data);
      return;
    }
    if (name === 'dots') this.icons(data.features);
    (this.map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  }

  /** Change some of what a source shows; its features have ids. What is told before the chart is ready is in the next `put`. */
  change(name: SourceName, add: Feature[], remove: number[]): void {
    if (!this.loaded || !(add.length || remove.length)) return;
    this.icons(add);
    void (this.map.getSource(name) as GeoJSONSource | undefined)?.updateData({ add: add as GeoJSON.Feature[], remove });
  }

  /** Signs are drawn before the features that show them: MapLibre warns of images that come late. */
  private icons(features: readonly Feature[]): void {
    for (const feature of features) {
      const icon = feature.properties?.['icon'] as string | undefined;
      if (icon && !this.map.hasImage(icon)) this.draw(icon);
    }
  }

  /** Take the present theme's colours. */
  repaint(): void {
    if (!this.loaded) return;
    if (this.tiled) {
      for (const layer of tileLayers(this.tiled)) {
        for (const [property, value] of Object.entries(layer.paint ?? {})) this.map.setPaintProperty(layer.id, property as 'fill-color', value as string);
      }
    }
    for (const [layer, property, name] of PAINT) this.map.setPaintProperty(layer, property as 'fill-color', colour(name));
    for (const name of this.map.listImages()) this.draw(name);
  }

  fit(bounds: [number, number, number, number], quick = false): void {
    this.map.fitBounds(bounds, { padding: PAD, maxZoom: 10, duration: quick || calm() ? 0 : 500 });
  }

  /** The sign at a point, if any. */
  signAt(event: MapMouseEvent): Feature | null {
    if (!this.loaded) return null;
    const { x, y } = event.point;
    const hits = this.map.queryRenderedFeatures([[x - 3, y - 3], [x + 3, y + 3]], { layers: ['dots'] });
    // Signs lie close: the nearest one is meant, not the topmost.
    const away = (feature: Feature) => {
      if (feature.geometry.type !== 'Point') return Infinity;
      const at = this.map.project(feature.geometry.coordinates as [number, number]);
      return Math.hypot(at.x - x, at.y - y);
    };
    return hits.sort((a, b) => away(a) - away(b))[0] ?? null;
  }

  destroy(): void {
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
