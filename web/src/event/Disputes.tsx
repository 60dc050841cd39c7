// Positions that cannot all hold, side by side: what is held, by whom, and the words.
import { dayWords, outletName, titleWords } from '../format';
import { S } from '../strings';
import type { Answer, Dispute, EventClaim } from '../types';
import { Link } from '../router';
import { Words } from '../ui/Words';
import { claimAddress, SaidOf } from './ClaimCard';
import type { Level } from './level';

export function Disputes({ disputes, claims, answers, level: H }: { disputes: readonly Dispute[]; claims: readonly EventClaim[]; answers: readonly Answer[]; level: Level }) {
  return (
    <>
      {disputes.map((dispute) => (
        <section key={dispute.what} className="dispute">
          <H>{S.event.disagree} {S.disputed[dispute.what] ?? dispute.what}</H>
          <Positions dispute={dispute} claims={claims} answers={answers} />
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
  if (COUNTED.has(what) && /^(at least|up to|\d)/.test(value)) return `${value.replace(/\d+/g, (digits) => Number(digits).toLocaleString('en-GB'))} ${S.counts[what] ?? ''}`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayWords(value);
  if (what === 'weapon' && S.standing.weapons[value]) return S.standing.weapons[value]!;
  return value.replaceAll('_', ' ');
}

export function Positions({ dispute, claims, answers }: { dispute: Dispute; claims: readonly EventClaim[]; answers: readonly Answer[] }) {
  // A position may rest on what is said of another event: then that one is named under the words.
  const told = new Map<string, EventClaim | Answer>([...claims, ...answers].map((claim) => [claim.id, claim]));
  return (
    <ul className="positions">
      {dispute.positions.map((position, k) => {
        // In the position's own order: the telling that shows it best comes first.
        const mine = position.claims.flatMap((id) => told.get(id) ?? []);
        const first = mine.find((claim) => !claim.copy_of) ?? mine[0];
        return (
          <li key={k} className="position">
            <p className="position-value" dir="auto">{valueWords(dispute.what, position.value)}</p>
            <p className="position-by"><span className="quiet">{S.event.according}</span> <span dir="auto">{position.by.length ? position.by.join(', ') : S.unknown}</span></p>
            {first && (
              <blockquote dir="auto" lang={first.document.language || undefined}>
                <p><Words text={first.sentence.text} marks={first.sentence.marks} /></p>
                <footer>
                  <Link to={claimAddress(first.document.id, first.id)} dir="auto">{outletName(first.document.outlet) || titleWords(first.document)}</Link>
                  {first.document.published && <time dateTime={first.document.published}>{dayWords(first.document.published)}</time>}
                  {mine.length > 1 && <span className="quiet">{S.count.claims(mine.length)}</span>}
                </footer>
              </blockquote>
            )}
            {first && 'event' in first && <SaidOf event={first.event} />}
          </li>
        );
      })}
    </ul>
  );
}
