// An outlet: what it reports itself, whom it repeats, and where others say otherwise.
import { useAnswer } from '../api';
import { Figure, Names } from '../actor/ActorPage';
import { valueWords } from '../event/Disputes';
import { dayWords, outletName, rangeWords, titleWords, typeWords } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { SourceShape } from '../types';
import { ActorLink, Await, EventLine, Facts, Room } from '../ui/parts';
import { Bars } from '../ui/Table';

export function SourcePage({ id }: { id: string }) {
  const answer = useAnswer<SourceShape>(`/v1/sources/${encodeURIComponent(id)}`);
  const source = answer.data;
  return (
    <Room title={outletName(source?.name ?? id)} kind={source?.kind || S.source.of} ready={!!source} wide
      lead={source?.first_day && <span className="quiet">{rangeWords(source.first_day, source.last_day)}</span>}>
      <Await answer={answer} lines={12}>{(found) => <Source source={found} />}</Await>
    </Room>
  );
}

function Source({ source }: { source: SourceShape }) {
  const query = `outlet=${encodeURIComponent(source.name)}`;
  return (
    <>
      <ul className="figures">
        <Figure value={source.documents} words={S.source.reports} />
        <Figure value={source.copies} words={S.source.ofThese} />
        <Figure value={source.claims} words={S.source.claims} />
        <Figure value={source.events} words={S.source.events} />
        <Figure value={source.alone} words={S.source.alone} />
        <Figure value={source.disputed} words={S.actor.inDispute} />
      </ul>
      <div className="two">
        <div className="stack">
          <section className="card">
            <h2>{S.source.contradictedIn} <span className="side-count">{source.contradicted.length}</span></h2>
            {source.contradicted.length ? (
              <ul className="contra">
                {source.contradicted.map((one, k) => (
                  <li key={k}>
                    <p><EventLine event={one.event} /> <span className="quiet">{rangeWords(one.event.first_day, one.event.last_day)}</span></p>
                    <dl className="versus">
                      <dt>{S.disputed[one.what] ?? one.what}</dt>
                      <dd><span className="quiet">{outletName(source.name)}:</span> <strong dir="auto">{one.says.map((value) => valueWords(one.what, value)).join(', ')}</strong></dd>
                      <dd><span className="quiet">{S.source.others}:</span> <strong dir="auto">{one.others.map((value) => valueWords(one.what, value)).join(', ')}</strong></dd>
                    </dl>
                  </li>
                ))}
              </ul>
            ) : <p className="quiet">{S.source.noContra}</p>}
          </section>
          <section className="card">
            <h2>{S.document.list}</h2>
            <ul className="plain dated">
              {source.articles.map((article) => (
                <li key={article.id}>{article.published ? <time className="quiet" dateTime={article.published}>{dayWords(article.published)}</time> : <span className="quiet">–</span>} <Link to={address('documents', article.id)} dir="auto" lang={article.language || undefined}>{titleWords(article)}</Link></li>
              ))}
            </ul>
          </section>
        </div>
        <div className="stack">
          <section className="card">
            <Facts items={[
              [S.source.kind, source.kind],
              [S.source.side, source.side && <ActorLink actor={source.side} />],
              [S.source.family, source.family && source.family !== source.name ? source.family : ''],
              [S.source.repeatsWhom, source.repeats.length > 0 && <Outlets rows={source.repeats} />],
              [S.source.repeatedBy, source.repeated_by.length > 0 && <Outlets rows={source.repeated_by} />],
            ]} />
          </section>
          {source.slant_names.length > 0 && <section className="card"><h2>{S.source.slant}</h2><Names names={source.slant_names} withActor /></section>}
          <section className="card"><h2>{S.overview.type} <Link className="side-link" to={`/?${query}`}>{S.place.onMap}</Link></h2><Bars items={source.types} label={(value) => <Link to={`/?${query}&type=${value}`}>{typeWords(value)}</Link>} /></section>
        </div>
      </div>
    </>
  );
}

function Outlets({ rows }: { rows: readonly { outlet: string; documents: number }[] }) {
  return <>{rows.map((row, k) => <span key={row.outlet}>{k > 0 && ', '}<Link to={address('sources', row.outlet)} dir="auto">{outletName(row.outlet)}</Link> <span className="quiet">×{row.documents}</span></span>)}</>;
}
