// Who did it, where that is disputed: whom each blames, who denies it, and whether two sides accuse each other.
import { joined } from '../format';
import { S } from '../strings';
import type { EventFull } from '../types';

interface Blamed {
  who: string;
  by: string[];
  denied: string[];
}

interface Blame {
  blamed: Blamed[];
  denials: { who: string; by: string[] }[]; // of nobody who is blamed here
  mutual: [string, string][]; // accuser and accused, where the accused accuses back
}

const NOT = 'not ';

/** What the dispute about who did it holds; null without one. */
export function blame(event: Pick<EventFull, 'disputes' | 'voices' | 'agents' | 'targets'>): Blame | null {
  const dispute = event.disputes.find((each) => each.what === 'perpetrator');
  if (!dispute) return null;
  const sides = new Map<string, string>();
  for (const actor of [...event.targets, ...event.agents]) if (actor.side ?? actor.id) sides.set(actor.name || actor.text, (actor.side ?? actor.id)!);
  for (const voice of event.voices) {
    if (!voice.side) continue;
    sides.set(voice.name, voice.side.id);
    if (voice.side.name) sides.set(voice.side.name, voice.side.id);
  }
  const sideOf = (name: string) => sides.get(name) ?? name;
  const denies = (value: string) => value.startsWith(NOT) && value !== 'not named';
  const blamed = dispute.positions.filter((position) => !denies(position.value)).map(({ value, by }): Blamed => ({ who: value, by, denied: [] }));
  const denials: Blame['denials'] = [];
  for (const { value, by } of dispute.positions.filter((position) => denies(position.value))) {
    const who = value.slice(NOT.length);
    const home = blamed.find((each) => each.who === who || sideOf(each.who) === sideOf(who));
    if (home) home.denied.push(...by);
    else denials.push({ who, by });
  }
  const mutual: Blame['mutual'] = [];
  for (const one of blamed) {
    for (const other of blamed) {
      if (sideOf(one.who) === sideOf(other.who)) continue;
      const accuser = one.by.find((name) => sideOf(name) === sideOf(other.who));
      const back = other.by.some((name) => sideOf(name) === sideOf(one.who));
      if (accuser && back) mutual.push([accuser, one.who]);
    }
  }
  return { blamed, denials, mutual };
}

export function BlameFact({ blame: { blamed, denials, mutual } }: { blame: Blame }) {
  const { disputed, or, accuses, deniedBy, not, joined: apart, notNamed } = S.event.blame;
  const named = (who: string) => (who === 'not named' ? notNamed : who);
  return (
    <div className="blame">
      <p dir="auto"><span className="status-disputed">{disputed}</span> {mutual.length > 0 ? mutual.map(([who, whom]) => accuses(who, whom)).join(apart) : blamed.map((each) => named(each.who)).join(or)}</p>
      <ul>
        {blamed.map((each) => (
          <li key={each.who} dir="auto">
            <strong>{named(each.who)}</strong> {S.event.according} {joined(each.by) || S.unknown}{each.denied.length > 0 && <>{apart}{deniedBy} {joined([...new Set(each.denied)])}</>}
          </li>
        ))}
        {denials.map((each) => <li key={each.who} dir="auto"><strong>{not(each.who)}</strong> {S.event.according} {joined(each.by)}</li>)}
      </ul>
    </div>
  );
}
