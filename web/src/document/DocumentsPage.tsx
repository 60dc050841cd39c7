import { dayWords, outletName, stateWords, titleWords } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { DocumentPage } from '../types';
import { Await, Empty, Room } from '../ui/parts';
import { Table } from '../ui/Table';
import { usePages } from '../ui/usePages';

type Row = DocumentPage['items'][number];

export function DocumentsPage() {
  const { answer, items, total, more } = usePages<Row>('/v1/documents?limit=200');
  return (
    <Room title={S.document.list} lead={<span className="quiet">{S.count.documents(total)}</span>} ready={!!answer.data}>
      <Await answer={answer}>
        {() => items.length ? (
          <>
            <Table label={S.document.list} rows={items} keyOf={(row) => row.id} columns={[
              { name: S.document.title, value: (row) => row.title, show: (row) => <><Link to={address('documents', row.id)} dir="auto" lang={row.language || undefined}>{titleWords(row)}</Link>{row.replaced_by && <> <span className="tag">{S.document.replaced}</span></>}</> },
              { name: S.document.outlet, value: (row) => row.outlet, show: (row) => row.outlet ? <Link to={address('sources', row.outlet)} dir="auto">{outletName(row.outlet)}</Link> : '–' },
              { name: S.document.published, value: (row) => row.published ?? '', show: (row) => <span className="nowrap">{row.published ? dayWords(row.published) : '–'}</span> },
              { name: S.document.claimsShort, value: (row) => row.claims, numeric: true },
              { name: S.document.state, value: (row) => row.state, show: (row) => <span className={row.state === 'read' ? 'quiet' : ''}>{stateWords(row.state)}</span> },
            ]} />
            {more && <button type="button" className="button" onClick={more}>{S.more}</button>}
          </>
        ) : <Empty title={S.overview.noRecord} advice={S.overview.noRecordAdvice} command={S.overview.noRecordCommand} />}
      </Await>
    </Room>
  );
}
