// What became of the last write, for eyes and screen readers alike.
import type { Sending } from './useSending';

export function Said({ of }: { of: Pick<Sending, 'said' | 'wrong'> }) {
  return (
    <>
      <p role="status" className="said">{of.said}</p>
      {of.wrong && <p role="alert" className="wrong">{of.wrong}</p>}
    </>
  );
}
