// Colours of sides, the same in every room: by the order of their ids, so that a side keeps its colour.
// Six colours after Paul Tol's "bright" and "light" sets, which red-green and blue-yellow blind readers tell apart;
// every sign that uses them also carries a name.
import type { ActorFull } from '../types';

export interface Side {
  id: string;
  name: string;
  colour: number;
}

/** The side of an actor: its head's id, else its own id or words. */
export function sideId(actor: Pick<ActorFull, 'side' | 'id' | 'name' | 'text'>): string {
  return actor.side ?? actor.id ?? (actor.name || actor.text);
}

/** All sides among some actors, with the name of the head where it is among them. */
export function sidesOf(actors: readonly ActorFull[]): Map<string, Side> {
  const names = new Map<string, string>();
  for (const actor of actors) {
    const id = sideId(actor);
    if (!names.has(id) || actor.id === id) names.set(id, actor.name || actor.text);
  }
  const sides = new Map<string, Side>();
  [...names].sort(([a], [b]) => (a < b ? -1 : 1)).forEach(([id, name], k) => sides.set(id, { id, name, colour: k % 6 }));
  return sides;
}
