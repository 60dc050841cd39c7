// For reviewers, on an event's page: split claims off, merge another event in, or say that it did not happen; and undo.
import { useEffect, useState } from 'react';
import { ApiError, forget, write } from '../api';
import { may, useSession } from '../account/useSession';
import { dayWords } from '../format';
import { address, navigate } from '../router';
import { S } from '../strings';
import type { DecisionsMade, EventFull, NewDecision } from '../types';
import { Ledger } from '../review/Ledger';
import { EventLink } from '../ui/parts';
import { Merge } from './Merge';

type Way = 'split' | 'merge' | 'disprove';
const WAYS: [Way, string][] = [['split', S.review.splitShort], ['merge', S.review.merge], ['disprove', S.review.disprove]];
/** What was done a moment ago, for the page of the event that came of it: a new id is a new page. */
let just: { event: string; made: DecisionsMade } | null = null;

export function Decide({ event }: { event: EventFull }) {
  const session = useSession();
  const [way, setWay] = useState<Way>('split');
  const [error, setError] = useState<ApiError | null>(null);
  const [done, setDone] = useState<DecisionsMade | null>(() => (just?.event === event.id ? just.made : null));
  const [busy, setBusy] = useState(false);
  useEffect(() => { just = null; }, []);
  if (!may(session, 'reviewer')) return null;
  const send = async (body: NewDecision) => {
    setBusy(true);
    setError(null);
    try {
      const made = await write<DecisionsMade>('POST', '/v1/decisions', body);
      const now = made?.events ?? [];
      setDone(made);
      forget();
      if (made && now.length && !now.includes(event.id)) {
        just = { event: now[0]!, made };
        navigate(address('events', now[0]!), { replace: true });
      }
    } catch (failed) {
      setError(failed instanceof ApiError ? failed : null);
    } finally {
      setBusy(false);
    }
  };
  // Until events are made anew the claims are where they were.
  const others = done?.refreshed ? done.events.filter((id) => id !== event.id) : [];
  return (
    <details className="card decide" open={!!done || undefined}>
      <summary>{S.review.decide}</summary>
      <div className="stack">
        <div className="tabs tabs-shown" role="group" aria-label={S.review.decide}>
          {WAYS.map(([each, words]) => <button key={each} type="button" aria-pressed={way === each} onClick={() => setWay(each)}>{words}</button>)}
        </div>
        {way === 'split' && <Split event={event} busy={busy} onSend={(body) => void send(body)} />}
        {way === 'merge' && <Merge event={event.id} busy={busy} onSend={(body) => void send(body)} />}
        {way === 'disprove' && <Disprove event={event.id} busy={busy} onSend={(body) => void send(body)} />}
        {error && <p role="alert" className="status-disputed">{error.message}. {error.advice}</p>}
        <p role="status">{done && <>{S.review.saved}. {done.refreshed ? '' : S.review.soon} {others.map((id, k) => <span key={id}>{k > 0 && ', '}<EventLink id={id}>{S.review.nowIn}</EventLink></span>)}</>}</p>
      </div>
      <Ledger event={event.id} />
    </details>
  );
}

interface Form {
  busy: boolean;
  onSend: (body: NewDecision) => void;
}

function Split({ event, busy, onSend }: Form & { event: EventFull }) {
  const [picked, setPicked] = useState<string[]>([]);
  const mine = picked.filter((id) => event.claims.some((claim) => claim.id === id));
  return (
    <form className="stack" onSubmit={(submit) => {
      submit.preventDefault();
      onSend({ action: 'split', event: event.id, claims: mine, reason: String(new FormData(submit.currentTarget).get('reason') ?? '') });
      setPicked([]);
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
      <Reason />
      <p><button type="submit" className="button button-main" disabled={busy || !mine.length || mine.length === event.claims.length}>{S.review.split}</button></p>
    </form>
  );
}

function Disprove({ event, busy, onSend }: Form & { event: string }) {
  return (
    <form className="stack" onSubmit={(submit) => {
      submit.preventDefault();
      onSend({ action: 'disprove', event, reason: String(new FormData(submit.currentTarget).get('reason') ?? '') });
    }}>
      <p className="quiet">{S.review.disproveNote}</p>
      <Reason />
      <p><button type="submit" className="button button-main" disabled={busy}>{S.review.disprove}</button></p>
    </form>
  );
}

function Reason() {
  return <label className="decide-reason">{S.review.reason} <input name="reason" maxLength={2000} placeholder={S.review.reasonHint} dir="auto" /></label>;
}
