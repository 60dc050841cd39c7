// The operator's detailed map as layers of the chart. Pictures are dimmed to lie under the record; shapes are drawn in the
// chart's own colours, by the layer names that Protomaps and OpenMapTiles use. What a tile set does not have is not drawn.
import type { LayerSpecification } from 'maplibre-gl';
import { colour, theme } from '../theme';
import type { TileSet } from '../types';

export type { TileSet };

const FONT = ['sans-serif'];

// Names of layers, by what they are drawn as.
const LAND = ['earth', 'land'];
const GREEN = ['landcover', 'landuse', 'landuse_overlay'];
const WATER = ['water', 'ocean'];
const RIVERS = ['waterway', 'physical_line'];
const ROADS = ['roads', 'transportation'];
const HOUSES = ['buildings', 'building'];
const BORDERS = ['boundaries', 'boundary'];
const NAMES = ['places', 'place'];

export function tileLayers(set: TileSet): LayerSpecification[] {
  if (set.kind === 'raster') {
    const dark = theme() === 'dark';
    return [{ id: 'tiles-raster', type: 'raster', source: 'tiles', paint: { 'raster-saturation': -0.45, 'raster-opacity': dark ? 0.55 : 0.8, 'raster-brightness-max': dark ? 0.6 : 1, 'raster-fade-duration': 0 } }];
  }
  const has = (names: string[]) => names.filter((name) => !set.layers.length || set.layers.includes(name));
  const of = (name: string) => ({ id: `tiles-${name}`, source: 'tiles', 'source-layer': name });
  const fill = (name: string, ink: string, opacity = 1, minzoom = 0): LayerSpecification =>
    ({ ...of(name), type: 'fill', minzoom, filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour(ink), 'fill-opacity': opacity, 'fill-antialias': false } });
  const line = (name: string, ink: string, width: number, more: Record<string, unknown> = {}): LayerSpecification =>
    ({ ...of(name), id: `tiles-${name}-line`, type: 'line', filter: ['==', ['geometry-type'], 'LineString'], paint: { 'line-color': colour(ink), 'line-width': ['interpolate', ['linear'], ['zoom'], 5, width * 0.4, 14, width * 3], ...more } }) as LayerSpecification;
  return [
    ...has(LAND).map((name) => fill(name, 'land')),
    ...has(GREEN).map((name) => fill(name, 'people', 0.06)),
    ...has(WATER).map((name) => fill(name, 'water')),
    ...has([...WATER, ...RIVERS]).map((name) => line(name, 'grid', 0.8)),
    ...has(HOUSES).map((name) => fill(name, 'border', 0.35, 13)),
    ...has(ROADS).map((name) => line(name, 'line', 1)),
    ...has(BORDERS).map((name) => line(name, 'border', 0.9, { 'line-dasharray': [3, 2] })),
    ...has(NAMES).map((name): LayerSpecification => ({
      ...of(name),
      type: 'symbol',
      filter: ['==', ['geometry-type'], 'Point'],
      layout: { 'text-field': ['coalesce', ['get', 'name:en'], ['get', 'name:latin'], ['get', 'name'], ''], 'text-font': FONT, 'text-size': 11, 'text-max-width': 9, 'text-padding': 4 },
      paint: { 'text-color': colour('ink3'), 'text-halo-color': colour('land'), 'text-halo-width': 1.2 },
    })),
  ];
}
