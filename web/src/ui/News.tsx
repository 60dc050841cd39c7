// A quiet bar: what has come in, and a button to show it. The switch beside the search shows it at once.
import { follow, toggleLive, useLive, type Live } from '../live';
import { S } from '../strings';

/** "3 new events, 1 changed" where a list of events is open, else "2 new reports". */
export function newsWords({ difference, reports }: Pick<Live, 'difference' | 'reports'>): string {
  const parts = difference
    ? [difference.fresh && S.live.fresh(difference.fresh), difference.changed && S.live.changed(difference.changed), difference.gone && S.live.gone(difference.gone)]
    : [reports && S.live.reports(reports)];
  return parts.filter(Boolean).join(', ') || S.live.anew;
}

export function News() {
  const live = useLive();
  return (
    <div className={`news ${live.waiting ? 'news-on' : ''}`} role="status">
      {live.waiting && (
        <>
          <span>{newsWords(live)}</span>
          <button type="button" className="button button-small" onClick={follow}>{S.live.show}</button>
        </>
      )}
    </div>
  );
}

export function LiveSwitch() {
  const { on, open, lost } = useLive();
  const words = lost ? S.live.lost : on ? S.live.on : S.live.off;
  return (
    <button type="button" className={`live ${lost ? 'live-lost' : ''}`} role="switch" aria-checked={on} title={words} data-open={open || undefined} onClick={toggleLive}>
      <span className="live-dot" aria-hidden="true" />{S.live.label}
    </button>
  );
}
