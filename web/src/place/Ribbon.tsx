// Who held a place, as a ribbon over time and as a list: contested striped, divided split, unknown dashed.
import { dayNumber, dayWords, isoDay, joined } from '../format';
import { S } from '../strings';
import type { Stretch } from '../types';
import { EventLink, Unsure } from '../ui/parts';
import { colourOf, useSides } from '../ui/sides';
import { Swatch } from '../control/Swatch';

export function Ribbon({ stretches, last }: { stretches: readonly Stretch[]; last: string | null }) {
  const sides = useSides();
  const starts = stretches.flatMap((stretch) => (stretch.start ? [dayNumber(stretch.start)] : []));
  const ends = stretches.flatMap((stretch) => (stretch.end ? [dayNumber(stretch.end)] : []));
  const from = Math.min(...starts, ...ends);
  const to = Math.max(...starts, ...ends, last ? dayNumber(last) : -Infinity) + 1;
  const width = Math.max(1, to - from);
  const colours = (stretch: Stretch) => stretch.holders.map((holder) => colourOf(holder, sides));
  const words = (stretch: Stretch) => stretch.hold === 'unknown' ? S.holds['unknown'] : `${S.holds[stretch.hold]} ${joined(stretch.holders.map((holder) => holder.name || holder.text))}`;
  const until = (stretch: Stretch) => stretch.end ? dayWords(isoDay(dayNumber(stretch.end) - 1)) : '';
  return (
    <div className="ribbon-box">
      <svg className="ribbon" viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" role="img" aria-label={stretches.map((stretch) => `${stretch.start ? dayWords(stretch.start) : ''} ${words(stretch)}`).join('; ')}>
        {stretches.map((stretch, k) => {
          const x = (stretch.start ? dayNumber(stretch.start) : from) - from;
          const w = (stretch.end ? dayNumber(stretch.end) : to) - from - x;
          const [a = 0, b = a] = colours(stretch);
          if (stretch.hold === 'unknown') return <rect key={k} x={x} y="3.5" width={w} height="3" className="ribbon-unknown" />;
          if (stretch.hold === 'held') return <rect key={k} x={x} y="0" width={w} height="10" className={`fill-side${a}`} />;
          return (
            <g key={k}>
              <rect x={x} y="0" width={w} height="5" className={`fill-side${a}`} />
              <rect x={x} y="5" width={w} height="5" className={`fill-side${b}`} />
              {stretch.hold === 'contested' && <rect x={x} y="4" width={w} height="2" className="ribbon-contested" />}
            </g>
          );
        })}
      </svg>
      <p className="ribbon-ends quiet"><span>{dayWords(isoDay(from))}</span><span>{dayWords(isoDay(to - 1))}</span></p>
      <ol className="stretches">
        {stretches.map((stretch, k) => (
          <li key={k}>
            <Swatch hold={stretch.hold} colours={colours(stretch)} />
            <span className="stretch-when">{stretch.start ? dayWords(stretch.start) : ''}{stretch.end ? (until(stretch) === (stretch.start && dayWords(stretch.start)) ? '' : ` – ${until(stretch)}`) : ` – ${S.place.now}`}</span>
            <span className="stretch-who"><strong dir="auto">{words(stretch)}</strong> <Unsure when={stretch.doubtful} /></span>
            <span className="quiet stretch-why" dir="auto">{stretch.reason} {stretch.events.map((id, n) => <span key={id}>{n > 0 && ', '}<EventLink id={id}>{S.event.title.toLowerCase()} {n + 1}</EventLink></span>)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
