// Words in the reports and claims. Found words come in [brackets]; they are lit as text, never as markup.
import { useAnswer } from '../api';
import { claimAddress } from '../event/ClaimCard';
import { dayWords, outletName, titleWords } from '../format';
import { address, Link, navigate, usePlace } from '../router';
import { S } from '../strings';
import type { Hits } from '../types';
import { Await, Empty, EventLine, Room } from '../ui/parts';
import { Named } from './Named';

export function SearchPage() {
  const { search } = usePlace();
  const q = new URLSearchParams(search).get('q') ?? '';
  const answer = useAnswer<Hits>(q ? `/v1/search?q=${encodeURIComponent(q)}` : '');
  return (
    <Room title={q ? `${S.search.title}: ${q}` : S.search.title} ready={!q || !!answer.data}>
      <form className="search-form" role="search" aria-label={S.search.label} onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get('words')?.toString().trim() ?? '';
        navigate(`/search${words ? `?q=${encodeURIComponent(words)}` : ''}`);
      }}>
        <label><span className="sr">{S.search.label}</span><input key={q} name="words" type="search" defaultValue={q} dir="auto" placeholder={S.search.hint} /></label>
        <button type="submit" className="button button-main">{S.search.go}</button>
      </form>
      {q && <Named words={q} />}
      {q && (
        <Await answer={answer}>
          {(hits) => hits.items.length ? (
            <ul className="hits">
              {hits.items.map((hit) => (
                <li key={`${hit.kind}-${hit.id}`} className="card">
                  <p className="hit-words" dir="auto" lang={hit.document.language || undefined}><Snippet words={hit.snippet} /></p>
                  <p className="claim-in">
                    <span className="kind">{hit.kind === 'claim' ? S.search.claim : S.search.report}</span>
                    <Link to={hit.kind === 'claim' ? claimAddress(hit.document.id, hit.id) : address('documents', hit.document.id)} dir="auto">{titleWords(hit.document)}</Link>
                    <span dir="auto">{outletName(hit.document.outlet)}</span>
                    {hit.document.published && <time dateTime={hit.document.published}>{dayWords(hit.document.published)}</time>}
                  </p>
                  {hit.events.map((event) => <EventLine key={event.id} event={event} />)}
                </li>
              ))}
            </ul>
          ) : <Empty title={S.search.none} advice={S.search.hint} />}
        </Await>
      )}
    </Room>
  );
}

function Snippet({ words }: { words: string }) {
  return <>{words.split(/(\[[^\]]*\])/).map((part, k) => (part.startsWith('[') && part.endsWith(']') ? <mark key={k} className="found">{part.slice(1, -1)}</mark> : part))}</>;
}
