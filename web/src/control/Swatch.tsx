// The sign of a hold in a row: full, striped where contested, split where divided, empty where unknown.
export function Swatch({ hold, colours }: { hold: string; colours: number[] }) {
  const [a = 0, b = a] = colours;
  return (
    <svg className={`swatch swatch-${hold}`} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <defs>
        <pattern id={`stripe-${a}-${b}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" className={`fill-side${a}`} /><rect x="3" width="3" height="6" className={`fill-side${b}`} />
        </pattern>
      </defs>
      {hold === 'held' && <circle cx="9" cy="9" r="7.5" className={`fill-side${a}`} />}
      {hold === 'contested' && <circle cx="9" cy="9" r="7.5" fill={`url(#stripe-${a}-${b})`} />}
      {hold === 'divided' && <><path d="M9 1.5a7.5 7.5 0 0 0 0 15z" className={`fill-side${a}`} /><path d="M9 1.5a7.5 7.5 0 0 1 0 15z" className={`fill-side${b}`} /></>}
      <circle cx="9" cy="9" r="7.5" className="swatch-edge" />
    </svg>
  );
}
