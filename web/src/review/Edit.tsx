// How a claim should read: a field, a value of those that may be written, and why.
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../api';
import { S } from '../strings';
import type { FieldList, NewDecision, Question } from '../types';
import { Await } from '../ui/parts';

export function Edit({ question, onSave, onCancel }: { question: Question; onSave: (body: NewDecision) => void; onCancel: () => void }) {
  const claim = question.claims[0] ?? '';
  const answer = useAnswer<FieldList>(`/v1/review/fields?claim=${encodeURIComponent(claim)}`);
  const box = useRef<HTMLFormElement>(null);
  const [field, setField] = useState(question.fields[0]?.field ?? '');
  useEffect(() => {
    box.current?.querySelector('select')?.focus();
  }, [answer.data]);
  return (
    <form ref={box} className="review-edit" onSubmit={(event) => {
      event.preventDefault();
      const given = new FormData(event.currentTarget);
      const [name, value, reason] = ['field', 'value', 'reason'].map((key) => String(given.get(key) ?? '').trim()) as [string, string, string];
      // Where many claims name the same unknown, one answer fills them all.
      const many = question.fields.length > 0 && name === question.fields[0]?.field;
      onSave({ action: 'should_read', fields: many ? question.fields : [{ claim, field: name }], value, event: question.events[0] ?? null, reason });
    }}>
      <Await answer={answer} lines={3}>
        {(list) => {
          const chosen = list.fields.find((each) => each.field === field) ?? list.fields[0];
          return (
            <>
              <label>{S.review.field}
                <select name="field" value={chosen?.field} onChange={(event) => setField(event.target.value)}>
                  {list.fields.map((each) => <option key={each.field} value={each.field}>{each.field}: {each.now || S.none}</option>)}
                </select>
              </label>
              <label>{S.review.value}
                {chosen?.choices.length ? (
                  <select name="value" key={chosen.field} defaultValue={chosen.now}>{chosen.choices.map((choice) => <option key={choice}>{choice}</option>)}</select>
                ) : <input name="value" key={chosen?.field} defaultValue={chosen?.now} placeholder={chosen?.form} required dir="auto" />}
              </label>
              {chosen?.form && <p className="quiet">{chosen.form}</p>}
              <label>{S.review.reason}<input name="reason" placeholder={S.review.reasonHint} maxLength={2000} dir="auto" /></label>
              <p className="row">
                <button type="submit" className="button button-main">{S.review.save}</button>
                <button type="button" className="button" onClick={onCancel}>{S.review.cancel}</button>
              </p>
            </>
          );
        }}
      </Await>
    </form>
  );
}
