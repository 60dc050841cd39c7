// Colours of sides, the same in every room: the record's sides in the order of how much they do.
// Six colours after Paul Tol's "bright" set, which red-green and blue-yellow blind readers tell apart; every sign that
// uses one also stands beside a name.
import { useMemo } from 'react';
import { useAnswer } from '../api';
import type { ActorFull, EventFacets } from '../types';

/** Number of a side's colour; GREY for actors of no known side. */
export type SideColours = ReadonlyMap<string, number>;
export const GREY = 9;
const COLOURS = 6;

/** The side of an actor: its head's id, else its own id, else none. */
export function sideId(actor: Pick<ActorFull, 'side' | 'id'>): string {
  return actor.side ?? actor.id ?? '';
}

export function colourOf(actor: Pick<ActorFull, 'side' | 'id'>, sides: SideColours): number {
  return sides.get(sideId(actor)) ?? GREY;
}

/** The record's sides with their colours; those beyond the sixth are grey, and named. */
export function useSides(): SideColours {
  const facets = useAnswer<EventFacets>('/v1/events/facets?').data;
  return useMemo(() => new Map((facets?.side ?? []).slice(0, COLOURS).map((side, k) => [side.value, k])), [facets]);
}

/** The holders among some, one a side, for a legend. */
export function legend(actors: readonly ActorFull[], sides: SideColours): { id: string; name: string; colour: number }[] {
  const seen = new Map<string, { id: string; name: string; colour: number }>();
  for (const actor of actors) {
    const id = sideId(actor) || actor.name || actor.text;
    if (!seen.has(id)) seen.set(id, { id, name: actor.name || actor.text, colour: colourOf(actor, sides) });
  }
  return [...seen.values()].sort((a, b) => a.colour - b.colour || (a.name < b.name ? -1 : 1));
}
