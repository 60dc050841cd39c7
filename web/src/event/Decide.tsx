// For reviewers, on an event's page: pick claims that tell of something else and split them off, or say that it did not happen.
import { useState } from 'react';
import { ApiError, forget, write } from '../api';
import { may, useSession } from '../account/useSession';
import { dayWords } from '../format';
import { address, navigate } from '../router';
import { S } from '../strings';
import type { DecisionsMade, EventFull, NewDecision } from '../types';
import { Ledger } from '../review/Ledger';

export function Decide({ event }: { event: EventFull }) {
  const session = useSession();
  const [picked, setPicked] = useState<string[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const [done, setDone] = useState<DecisionsMade | null>(null);
  const [busy, setBusy] = useState(false);
  if (!may(session, 'reviewer')) return null;
  const send = async (body: NewDecision) => {
    setBusy(true);
    setError(null);
    try {
      const made = await write<DecisionsMade>('POST', '/v1/decisions', body);
      setDone(made);
      setPicked([]);
      forget();
      const now = made?.events ?? [];
      if (now.length && !now.includes(event.id)) navigate(address('events', now[0]!), { replace: true });
    } catch (failed) {
      setError(failed instanceof ApiError ? failed : null);
    } finally {
      setBusy(false);
    }
  };
  return (
    <details className="card decide" open={picked.length > 0 || !!done || undefined}>
      <summary>{S.review.decide}</summary>
      <form className="stack" onSubmit={(submit) => {
        submit.preventDefault();
        void send({ action: 'split', event: event.id, claims: picked, reason: String(new FormData(submit.currentTarget).get('reason') ?? '') });
      }}>
        <fieldset>
          <legend className="quiet">{S.review.pick}</legend>
          {event.claims.map((claim) => (
            <label key={claim.id} className="pick-claim">
              <input type="checkbox" checked={picked.includes(claim.id)} onChange={() => setPicked((old) => old.includes(claim.id) ? old.filter((id) => id !== claim.id) : [...old, claim.id])} />
              <span><q dir="auto">{claim.sentence.text}</q> <span className="quiet">{claim.document.outlet}{claim.document.published && `, ${dayWords(claim.document.published)}`}</span></span>
            </label>
          ))}
        </fieldset>
        <label className="decide-reason">{S.review.reason} <input name="reason" maxLength={2000} placeholder={S.review.reasonHint} dir="auto" /></label>
        <p className="row">
          <button type="submit" className="button button-main" disabled={busy || !picked.length || picked.length === event.claims.length}>{S.review.split}</button>
          <button type="button" className="button" disabled={busy} onClick={() => void send({ action: 'disprove', event: event.id, reason: '' })}>{S.review.disprove}</button>
        </p>
        {error && <p role="alert" className="status-disputed">{error.message}. {error.advice}</p>}
        {done && <p role="status">{S.review.saved}. {done.refreshed ? '' : S.review.soon} {done.events.map((id) => <a key={id} href={address('events', id)} onClick={(click) => { click.preventDefault(); navigate(address('events', id)); }}>{id.slice(0, 9)}</a>)}</p>}
      </form>
      <Ledger event={event.id} />
    </details>
  );
}
