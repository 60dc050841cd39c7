// The rooms that the bar at the top leads to: for the page, and for the bar that stands in the HTML before its code has come.
import { S } from './strings.ts';

export const NAV: readonly (readonly [string, string])[] = [
  ['/', S.nav.map], ['/control', S.nav.control], ['/disputes', S.nav.disputes], ['/truces', S.nav.truces],
  ['/displacement', S.nav.displacement], ['/places', S.nav.places], ['/actors', S.nav.actors], ['/sources', S.nav.sources],
  ['/documents', S.nav.documents], ['/ledgers', S.nav.ledgers], ['/review', S.nav.review],
];
