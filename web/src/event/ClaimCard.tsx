// One statement: its sentence as published with the words lit, who says it, in which report, and whose copy that is.
import { dayWords, outletName, titleWords } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { Answer, EventClaim } from '../types';
import { EventLine, Unsure } from '../ui/parts';
import { Words } from '../ui/Words';

export function claimAddress(document: string, claim: string): string {
  return `${address('documents', document)}#${claim}`;
}

export function ClaimCard({ claim, copies = [] }: { claim: EventClaim; copies?: EventClaim[] }) {
  const { document, sentence } = claim;
  return (
    <li className={`claim claim-${claim.relation}`}>
      <blockquote dir="auto" lang={document.language || undefined}>
        <p><Words text={sentence.text} marks={sentence.marks} /></p>
      </blockquote>
      <p className="claim-by">
        <span className="claim-source" dir="auto">{claim.source || outletName(document.outlet)}</span>
        <span className="kind">{S.kinds[claim.source_kind] ?? claim.source_kind}</span>
        {claim.status !== 'actual' && <span className="kind">{S.claimStatus[claim.status]}</span>}
        <Unsure when={unsure(claim.confidence)} />
      </p>
      <p className="claim-in">
        <Link to={claimAddress(document.id, claim.id)} dir="auto" title={document.title}>{outletName(document.outlet) || titleWords(document)}</Link>
        {document.published && <time dateTime={document.published}>{dayWords(document.published)}</time>}
        {claim.copy_of && <CopyTag of={claim.copy_of} />}
      </p>
      {copies.length > 0 && (
        <details className="copies">
          <summary>{S.count.copies(copies.length)}</summary>
          <ul>
            {copies.map((copy) => (
              <li key={copy.id}>
                <Link to={claimAddress(copy.document.id, copy.id)} dir="auto">{outletName(copy.document.outlet) || titleWords(copy.document)}</Link>
                {copy.document.published && <time dateTime={copy.document.published}>{dayWords(copy.document.published)}</time>}
                <span className="quiet" dir="auto">{copy.copy_of?.why?.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** Under this confidence a reading is said to be unsure (0: the reader told none): as the server says of whole events. */
const SURE = 0.5;

export function unsure(confidence: number): boolean {
  return confidence > 0 && confidence < SURE;
}

/** A statement on another event that answers this one: the same, with the event of which it is said. */
export function AnswerCard({ answer }: { answer: Answer }) {
  const { document, sentence, event } = answer;
  return (
    <li className="claim claim-answer">
      <blockquote dir="auto" lang={document.language || undefined}>
        <p><Words text={sentence.text} marks={sentence.marks} /></p>
      </blockquote>
      <p className="claim-by"><span className="claim-source" dir="auto">{answer.source}</span><span className="kind">{S.kinds[answer.source_kind] ?? answer.source_kind}</span></p>
      <p className="claim-in">
        <Link to={claimAddress(document.id, answer.id)} dir="auto" title={document.title}>{outletName(document.outlet) || titleWords(document)}</Link>
        {document.published && <time dateTime={document.published}>{dayWords(document.published)}</time>}
        {answer.copy_of && <CopyTag of={answer.copy_of} />}
      </p>
      <SaidOf event={event} />
    </li>
  );
}

export function SaidOf({ event }: { event: Answer['event'] }) {
  return <p className="said-of"><span className="quiet">{S.event.saidOf}</span> {event ? <EventLine event={event} /> : S.event.otherEvent}</p>;
}

function CopyTag({ of }: { of: NonNullable<EventClaim['copy_of']> }) {
  return (
    <span className="tag" title={of.why?.reason}>
      {S.event.copyOf} <Link to={address('documents', of.document)} dir="auto">{outletName(of.outlet) || of.document}</Link>
    </span>
  );
}

/** Tellings of one's own first; the copies of each go below it. */
export function grouped(claims: readonly EventClaim[]): { claim: EventClaim; copies: EventClaim[] }[] {
  const groups: { claim: EventClaim; copies: EventClaim[] }[] = [];
  const own = claims.filter((claim) => !claim.copy_of);
  for (const claim of own) groups.push({ claim, copies: [] });
  for (const claim of claims.filter((each) => each.copy_of)) {
    const home =
      groups.find((group) => group.claim.document.id === claim.copy_of?.document && group.claim.witness === claim.witness) ??
      groups.find((group) => group.claim.witness !== null && group.claim.witness === claim.witness);
    if (home) home.copies.push(claim);
    else groups.push({ claim, copies: [] });
  }
  return groups;
}
