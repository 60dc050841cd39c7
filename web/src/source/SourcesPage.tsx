import { dayWords, outletName } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import { Await, Empty, Room } from '../ui/parts';
import { Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

interface Row {
  name: string;
  documents: number;
  copies: number;
  claims: number;
  first_day: string | null;
  last_day: string | null;
}

export function SourcesPage() {
  const { answer, items, more } = usePages<Row>('/v1/sources?limit=200');
  return (
    <Room title={S.source.title} lead={S.source.lead} ready={!!answer.data}>
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table label={S.source.title} rows={items} keyOf={(row) => row.name} columns={[
              { name: S.source.name, value: (row) => row.name, show: (row) => <Link to={address('sources', row.name)} dir="auto">{outletName(row.name)}</Link> },
              { name: S.source.reports, value: (row) => row.documents, numeric: true },
              { name: S.source.repeats, value: (row) => row.copies, numeric: true, show: (row) => <OwnBar own={row.documents - row.copies} copies={row.copies} /> },
              { name: S.source.claims, value: (row) => row.claims, numeric: true },
              { name: S.source.last, value: (row) => row.last_day ?? '', show: (row) => <span className="nowrap">{row.last_day ? dayWords(row.last_day) : '–'}</span> },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : <Empty title={S.source.none} />}
      </Await>
    </Room>
  );
}

/** Its own reports and those that repeat another's, as one bar. */
function OwnBar({ own, copies }: { own: number; copies: number }) {
  const all = Math.max(1, own + copies);
  return (
    <span className="own">
      {copies.toLocaleString('en-GB')}
      <span className="own-bar" aria-hidden="true" title={`${own} ${S.source.own}, ${copies} ${S.source.copied}`}><i style={{ width: `${(own / all) * 100}%` }} /><i className="own-copies" style={{ width: `${(copies / all) * 100}%` }} /></span>
    </span>
  );
}
