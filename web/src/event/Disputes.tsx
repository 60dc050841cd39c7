// Positions that cannot all hold, side by side: what is held, by whom, and the words.
import { dayWords } from '../format';
import { S } from '../strings';
import type { Dispute, EventClaim } from '../types';
import { Link } from '../router';
import { Words } from '../ui/Words';
import { claimAddress } from './ClaimCard';
import type { Level } from './level';

export function Disputes({ disputes, claims, level: H }: { disputes: readonly Dispute[]; claims: readonly EventClaim[]; level: Level }) {
  return (
    <>
      {disputes.map((dispute) => (
        <section key={dispute.what} className="dispute">
          <H>{S.event.disagree} {S.disputed[dispute.what] ?? dispute.what}</H>
          <Positions dispute={dispute} claims={claims} />
        </section>
      ))}
    </>
  );
}

const COUNTED = new Set(['killed', 'wounded', 'missing', 'displaced', 'detained', 'abducted']);

export function valueWords(what: string, value: string): string {
  if (/^\d+$/.test(value)) {
    const words = Number(value).toLocaleString('en-GB');
    return COUNTED.has(what) ? `${words} ${S.counts[what] ?? ''}` : words;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayWords(value);
  return value.replaceAll('_', ' ');
}

export function Positions({ dispute, claims }: { dispute: Dispute; claims: readonly EventClaim[] }) {
  return (
    <ul className="positions">
      {dispute.positions.map((position, k) => {
        // In the position's own order: the telling that shows it best comes first.
        const mine = position.claims.flatMap((id) => claims.filter((claim) => claim.id === id));
        const first = mine.find((claim) => !claim.copy_of) ?? mine[0];
        return (
          <li key={k} className="position">
            <p className="position-value" dir="auto">{valueWords(dispute.what, position.value)}</p>
            <p className="position-by"><span className="quiet">{S.event.according}</span> <span dir="auto">{position.by.length ? position.by.join(', ') : S.unknown}</span></p>
            {first && (
              <blockquote dir="auto" lang={first.document.language || undefined}>
                <p><Words text={first.sentence.text} marks={first.sentence.marks} /></p>
                <footer>
                  <Link to={claimAddress(first.document.id, first.id)} dir="auto">{first.document.outlet || first.document.title}</Link>
                  {first.document.published && <time dateTime={first.document.published}>{dayWords(first.document.published)}</time>}
                  {mine.length > 1 && <span className="quiet">{S.count.claims(mine.length)}</span>}
                </footer>
              </blockquote>
            )}
          </li>
        );
      })}
    </ul>
  );
}
