import { isArea, own, type RawArea, type Shape, type Shapes } from './shape.js';

/** The features of a GeoJSON collection (RFC 7946). */
export function geojsonShapes(value: unknown): Shapes {
  const features = own(value, 'features');
  if (!Array.isArray(features)) return { message: 'a FeatureCollection without a list of features', hint: 'features' };
  return {
    path: ['features'],
    shapes: features.map((feature: unknown, index): Shape => {
      const geometry = own(feature, 'geometry');
      const kind = own(geometry, 'type');
      return {
        index,
        properties: own(feature, 'properties'),
        id: own(feature, 'id'),
        kind: typeof kind === 'string' ? kind : 'nothing',
        area: areaOf(kind, own(geometry, 'coordinates')),
      };
    }),
  };
}

function areaOf(kind: unknown, coordinates: unknown): RawArea | null {
  const area = kind === 'Polygon' ? [coordinates] : kind === 'MultiPolygon' ? coordinates : null;
  return isArea(area) ? area : null;
}
