// For reviewers: another event that is the same as this one. What came near is offered first; any other can be looked for.
import { useState } from 'react';
import { useAnswer } from '../api';
import { gistWords, rangeWords } from '../format';
import { EventLink, EventSign, Failure, Loading, Unsure } from '../ui/parts';
import { S } from '../strings';
import type { EventPage, EventSummary, EventWhy, NewDecision } from '../types';

export function Merge({ event, busy, onSend }: { event: string; busy: boolean; onSend: (body: NewDecision) => void }) {
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [picked, setPicked] = useState('');
  const [reason, setReason] = useState('');
  const near = useAnswer<EventWhy>(`/v1/events/${encodeURIComponent(event)}/why`);
  const found = useAnswer<EventPage>(asked ? `/v1/events?limit=20&q=${encodeURIComponent(asked)}` : '');
  const shown = asked ? (found.data?.items ?? []) : (near.data?.near.map((miss) => miss.event) ?? []);
  const choices = shown.filter((other) => other.id !== event);
  const answer = asked ? found : near;
  return (
    <form className="stack" aria-label={S.review.merge} onSubmit={(submit) => {
      submit.preventDefault();
      if (picked) onSend({ action: 'merge', events: [event, picked], reason });
    }}>
      <div className="row merge-find">
        <label>{S.review.mergeFind}{' '}
          <input type="search" value={words} maxLength={200} dir="auto" onChange={(change) => { setWords(change.target.value); if (!change.target.value) setAsked(''); }}
            onKeyDown={(press) => { if (press.key === 'Enter') { press.preventDefault(); setPicked(''); setAsked(words.trim()); } }} />
        </label>
        <button type="button" className="button button-small" onClick={() => { setPicked(''); setAsked(words.trim()); }}>{S.search.go}</button>
      </div>
      <fieldset>
        <legend className="quiet">{asked ? S.review.mergeFound(asked) : S.review.mergeNear}</legend>
        {answer.error ? <Failure error={answer.error} again={answer.again} />
          : answer.data === null || answer.busy ? <Loading lines={3} />
          : !choices.length ? <p className="quiet">{asked ? S.review.mergeNone : S.review.mergeNoNear}</p>
          : choices.map((other) => <Choice key={other.id} event={other} on={other.id === picked} onPick={() => setPicked(other.id)} />)}
      </fieldset>
      <label className="decide-reason">{S.review.reason} <input value={reason} onChange={(change) => setReason(change.target.value)} maxLength={2000} placeholder={S.review.reasonHint} dir="auto" /></label>
      <p><button type="submit" className="button button-main" disabled={busy || !choices.some((other) => other.id === picked)}>{S.review.mergeDo}</button></p>
    </form>
  );
}

function Choice({ event, on, onPick }: { event: EventSummary; on: boolean; onPick: () => void }) {
  return (
    <div className="pick-event">
      <label>
        <input type="radio" name="merge" checked={on} onChange={onPick} />
        <EventSign type={event.type} status={event.status} disputed={event.disputes.length > 0} />
        <span><span dir="auto">{gistWords(event.gist)}</span> <span className="quiet">{rangeWords(event.first_day, event.last_day)} · {S.count.claims(event.claims)}</span> <Unsure when={event.doubtful} /></span>
      </label>
      <EventLink id={event.id}>{S.review.look}</EventLink>
    </div>
  );
}
