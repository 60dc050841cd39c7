// Reports that came out again: what they told first, and where both versions are.
import { dayWords, figureWords, joined } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { Correction, FigureChange } from '../types';

export function changeWords(change: FigureChange): [string, string] {
  return [figureWords(change.kind, change.was), figureWords(change.kind, change.now)];
}

export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  // A page that is fetched again may differ in nothing that was read: only changed numbers are worth a line here.
  const some = corrections.filter((each) => each.figures.length > 0);
  if (!some.length) return null;
  return (
    <ul className="corrections">
      {some.map((each) => (
        <li key={each.earlier} dir="auto">
          <span className="tag">{S.event.correctedTag}</span>{' '}
          <Link to={address('documents', each.document)}>{S.event.corrected(each.outlet, each.at ? dayWords(each.at) : '')}</Link>:{' '}
          {joined(each.figures.map((change) => S.event.correctedFigures(...changeWords(change))))}.{' '}
          <Link to={address('documents', each.earlier)}>{S.event.firstVersion}</Link>
        </li>
      ))}
    </ul>
  );
}
