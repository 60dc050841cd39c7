// A report's words with what was read in them lit. Always text nodes: a report is data, never markup.
// Offsets are code points, as Python counts; JavaScript counts UTF-16 units, so the text is cut as code points.
import { Fragment } from 'react';
import { S } from '../strings';
import type { Mark } from '../types';

export const ROLES = ['trigger', 'agent', 'target', 'place', 'from', 'instrument', 'time', 'count', 'source', 'cue'] as const;

/** `counted` is lit like `count`; what is unknown is lit as nothing. */
function known(role: string): string {
  return role === 'counted' ? 'count' : (ROLES as readonly string[]).includes(role) ? role : '';
}

interface Piece {
  text: string;
  roles: string[];
  title: string;
}

export function pieces(text: string, marks: readonly Mark[], from = 0): Piece[] {
  const points = Array.from(text);
  const cuts = new Set<number>([0, points.length]);
  for (const mark of marks) {
    for (const at of [mark.start - from, mark.end - from]) if (at > 0 && at < points.length) cuts.add(at);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const out: Piece[] = [];
  for (let k = 0; k + 1 < edges.length; k++) {
    const a = edges[k]!;
    const b = edges[k + 1]!;
    const here = marks.filter((mark) => mark.start - from < b && mark.end - from > a);
    const roles = [...new Set(here.map((mark) => known(mark.role)).filter(Boolean))];
    const title = here
      .map((mark) => {
        const meant = mark.actor?.name || mark.place?.name || mark.means;
        return `${S.roles[known(mark.role)] ?? mark.role}${meant ? `: ${meant}` : ''}`;
      })
      .join(' · ');
    out.push({ text: points.slice(a, b).join(''), roles, title });
  }
  return out;
}

export function Words({ text, marks, from = 0 }: { text: string; marks: readonly Mark[]; from?: number }) {
  return (
    <>
      {pieces(text, marks, from).map((piece, k) =>
        piece.roles.length ? (
          <mark key={k} className={`lit ${piece.roles.map((role) => `lit-${role}`).join(' ')}`} title={piece.title}>{piece.text}</mark>
        ) : (
          <Fragment key={k}>{piece.text}</Fragment>
        ),
      )}
    </>
  );
}

/** What the lights mean; `only` some of them, where no others are lit, and a `note` on how the rest come. */
export function WordsLegend({ only, note }: { only?: readonly string[]; note?: string }) {
  return (
    <p className="lit-legend">
      <span className="quiet">{S.event.legend}:</span>
      {ROLES.filter((role) => role !== 'from' && (!only || only.includes(role))).map((role) => (
        <mark key={role} className={`lit lit-${role}`}>{S.roles[role]}</mark>
      ))}
      {note && <span className="quiet">{note}</span>}
    </p>
  );
}
