// Numbers as ranges: a scale from the lowest to the highest that is claimed, the best guess on it, and the rule that chose it.
import { countWords, joined, number } from '../format';
import { S } from '../strings';
import type { Estimate } from '../types';

export function Estimates({ estimates }: { estimates: readonly Estimate[] }) {
  if (!estimates.length) return null;
  return (
    <ul className="estimates">
      {estimates.map((estimate, k) => <li key={k}><One estimate={estimate} /></li>)}
    </ul>
  );
}

function One({ estimate }: { estimate: Estimate }) {
  const { low, best, high } = estimate;
  const what = S.counts[estimate.kind] ?? estimate.kind;
  const whom = estimate.who ? ` (${S.event.forWhom[estimate.who] ?? estimate.who_name})` : '';
  const values = [...estimate.spread.map((share) => share.value), low, best, high].filter((value): value is number => value != null);
  const a = Math.min(...values);
  const b = Math.max(...values);
  const at = (value: number) => `${3 + ((value - a) / (b - a)) * 94}%`;
  return (
    <>
      <p className="estimate-words">
        <strong>{countWords(low, high)}</strong> {what}{whom}
        {estimate.cumulative && <span className="tag">{S.event.cumulative}</span>}
      </p>
      {values.length > 0 && a < b && (
        <svg className="estimate-scale" aria-hidden="true">
          <line x1={at(a)} x2={at(b)} y1="11" y2="11" />
          {estimate.spread.map((share) => <circle key={share.value} cx={at(share.value)} cy="11" r={3 + share.share * 5} />)}
          {best != null && <line className="estimate-best" x1={at(best)} x2={at(best)} y1="1" y2="21" />}
        </svg>
      )}
      <p className="quiet estimate-rule">
        {best != null && low !== high && <>{S.event.best} {number(best)} · </>}
        <span dir="auto">{estimate.summed.length ? S.event.summed(joined(estimate.summed.map(number))) : estimate.rule}</span>
      </p>
    </>
  );
}
