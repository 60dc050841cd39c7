// Truces: what was agreed, and a ledger of violations by side. Every violation is an allegation, with who says and who denies it.
import { useAnswer } from '../api';
import { dayWords, joined, outletName, titleWords } from '../format';
import { claimAddress, unsure } from '../event/ClaimCard';
import { Link } from '../router';
import { S } from '../strings';
import { Words } from '../ui/Words';
import type { ClaimFull, Truce, TrucePage, Violations } from '../types';
import { ActorList, Await, Empty, EventLink, PlaceLink, Room, Unsure } from '../ui/parts';

export function TrucesPage() {
  const answer = useAnswer<TrucePage>('/v1/states/truces?limit=200');
  return (
    <Room title={S.truce.title} lead={S.truce.lead} ready={!!answer.data}>
      <Await answer={answer}>
        {(page) => page.items.length ? <><Overall truces={page.items} />{[...page.items].sort((a, b) => b.steps.length - a.steps.length).map((truce) => <One key={truce.id} truce={truce} />)}</> : <Empty title={S.truce.none} />}
      </Await>
    </Room>
  );
}

/** All truces together: which side is said to have broken them more often. */
function Overall({ truces }: { truces: readonly Truce[] }) {
  const told = truces.filter((truce) => truce.violations.length > 0);
  if (told.length < 2) return null;
  const sums = new Map<string, Violations>();
  for (const row of told.flatMap((truce) => truce.violations)) {
    const old = sums.get(row.side);
    sums.set(row.side, { ...row, violations: row.violations + (old?.violations ?? 0), denied: row.denied + (old?.denied ?? 0) });
  }
  return <section className="card truce"><h2>{S.truce.overall}</h2><Tally violations={[...sums.values()].sort((a, b) => b.violations - a.violations)} /></section>;
}

function heading(truce: Truce): string {
  const kind = S.types[truce.kind] ?? truce.kind;
  const parties = truce.parties.map((actor) => actor.name || actor.text);
  return parties.length ? `${kind}: ${parties.join(' – ')}` : kind;
}

function One({ truce }: { truce: Truce }) {
  return (
    <section className="card truce">
      <h2 dir="auto">{heading(truce)} <Unsure when={truce.steps.length > 0 && truce.steps.every((step) => step.doubtful)} /></h2>
      <p className="quiet">
        {[
          truce.declared && `${S.truce.declared} ${dayWords(truce.declared)}`,
          truce.in_force && `${S.truce.inForce} ${dayWords(truce.in_force)}`,
          truce.ended ? `${S.truce.ended} ${dayWords(truce.ended)}` : truce.in_force && S.truce.stands,
        ].filter(Boolean).join(' · ')}
        {truce.area && <> · <PlaceLink place={truce.area} /></>}
      </p>
      {truce.violations.length > 0 && <Tally violations={truce.violations} />}
      {truce.terms.length > 0 && <><h3>{S.truce.terms}</h3><ul className="terms">{truce.terms.slice(0, 4).map((id) => <Term key={id} claim={id} />)}</ul></>}
      <h3>{S.truce.ledger}</h3>
      <div className="scroll"><table className="ledger stacks">
        <thead><tr><th scope="col">{S.ledgers.on}</th><th scope="col">{S.ledgers.what}</th><th scope="col">{S.ledgers.by}</th><th scope="col">{S.ledgers.where}</th><th scope="col">{S.truce.saidBy}</th><th scope="col">{S.truce.deniedBy}</th></tr></thead>
        <tbody>
          {truce.steps.map((step, k) => (
            <tr key={`${step.event}-${k}`} className={`step-row step-${step.kind} ${step.doubtful ? 'doubtful' : ''}`}>
              <td className="stack-first nowrap">{step.on ? dayWords(step.on) : '–'}</td>
              <td className="stack-first"><EventLink id={step.event}>{S.steps[step.kind] ?? step.kind}</EventLink> <Unsure when={step.doubtful} /></td>
              <td data-label={S.ledgers.by} className={step.by.length ? '' : 'none'}>{step.by.length ? <ActorList actors={step.by} /> : '–'}</td>
              <td data-label={S.ledgers.where} className={step.place ? '' : 'none'}>{step.place ? <PlaceLink place={step.place} /> : '–'}</td>
              <td dir="auto" data-label={S.truce.saidBy}>{step.said_by.join(', ') || S.truce.nobody}</td>
              <td dir="auto" data-label={S.truce.deniedBy} className={step.denied_by.length ? 'denied' : step.kind === 'violated' ? 'quiet' : 'quiet none'}>{step.denied_by.join(', ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table></div>
    </section>
  );
}

/** One sentence that tells what was agreed. */
function Term({ claim }: { claim: string }) {
  const { data } = useAnswer<ClaimFull>(`/v1/claims/${encodeURIComponent(claim)}`);
  if (!data) return null;
  return (
    <li>
      <blockquote dir="auto" lang={data.document.language || undefined}><Words text={data.sentence.text} marks={data.sentence.marks} /></blockquote>
      <Link to={claimAddress(data.document.id, claim)} dir="auto">{outletName(data.document.outlet) || titleWords(data.document)}</Link> <Unsure when={unsure(data.claim.confidence)} />
    </li>
  );
}

function answerWords(rows: readonly Violations[]): string {
  const [first, second] = rows.filter((row) => row.side);
  if (!first) return '';
  if (!second) return S.truce.answerOne(first.name, first.violations);
  if (first.violations === second.violations) {
    const tied = rows.filter((row) => row.side && row.violations === first.violations).map((row) => row.name);
    return S.truce.answerTie(joined(tied), first.violations);
  }
  return S.truce.answer(first.name, first.violations, second.name, second.violations);
}

function Tally({ violations }: { violations: readonly Violations[] }) {
  const most = Math.max(1, ...violations.map((row) => row.violations));
  return (
    <figure className="tally">
      <figcaption><strong>{S.truce.tally}.</strong> {answerWords(violations)}</figcaption>
      <ul>
        {violations.map((row) => (
          <li key={row.side || row.name}>
            <span className="tally-name" dir="auto">{row.name || S.truce.noSide}</span>
            <span className="tally-bar" aria-hidden="true">
              <i className="tally-all" style={{ width: `${((row.violations - row.denied) / most) * 100}%` }} />
              <i className="tally-denied" style={{ width: `${(row.denied / most) * 100}%` }} />
            </span>
            <span className="tally-number">{row.violations} {S.truce.alleged}{row.denied > 0 && `, ${row.denied} ${S.truce.denied}`}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
