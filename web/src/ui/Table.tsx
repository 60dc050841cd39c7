// A table that a click or the Enter key orders by a column; numbers largest first.
import { useState, type ReactNode } from 'react';
import { S } from '../strings';

export interface Column<T> {
  name: string;
  value: (row: T) => string | number;
  show?: (row: T) => ReactNode;
  numeric?: boolean;
}

export function Table<T>({ rows, columns, keyOf, label, by = -1 }: { rows: readonly T[]; columns: Column<T>[]; keyOf: (row: T) => string; label: string; by?: number }) {
  const [sort, setSort] = useState<{ at: number; down: boolean }>({ at: by, down: true });
  const column = columns[sort.at];
  const sorted = column
    ? [...rows].sort((a, b) => {
        const [x, y] = [column.value(a), column.value(b)];
        const order = typeof x === 'number' && typeof y === 'number' ? y - x : String(x).localeCompare(String(y));
        return sort.down ? order : -order;
      })
    : rows;
  return (
    <div className="scroll">
      <table className="ledger stacks stacks-sorted" aria-label={label}>
        <thead>
          <tr>
            {columns.map((each, k) => (
              <th key={each.name} scope="col" className={each.numeric ? 'num' : ''} aria-sort={sort.at === k ? (sort.down === !!each.numeric ? 'descending' : 'ascending') : undefined}>
                <button type="button" className="th" aria-label={S.table.sortBy(each.name)} onClick={() => setSort({ at: k, down: sort.at === k ? !sort.down : true })}>
                  {each.name}<span aria-hidden="true">{sort.at === k ? (sort.down === !!each.numeric ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((each, k) =>
                k === 0 ? <th key={each.name} scope="row">{each.show?.(row) ?? each.value(row)}</th>
                  : <td key={each.name} data-label={each.name} className={each.numeric ? 'num' : ''}>{each.show?.(row) ?? (typeof each.value(row) === 'number' ? each.value(row).toLocaleString('en-GB') : each.value(row))}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A number with a bar beside it, for a column that is compared. */
export function CountBar({ count, most }: { count: number; most: number }) {
  return (
    <span className="own">
      {count.toLocaleString('en-GB')}
      <span className="own-bar" aria-hidden="true"><i style={{ width: `${(count / most) * 100}%` }} /></span>
    </span>
  );
}

/** Small bars for counts by type or the like. */
export function Bars({ items, label, linkOf }: { items: readonly { value: string; label: string; events: number }[]; label: (value: string, words: string) => ReactNode; linkOf?: (value: string) => ReactNode }) {
  const most = Math.max(1, ...items.map((item) => item.events));
  return (
    <ul className="bars">
      {items.map((item) => (
        <li key={item.value}>
          <span className="bars-name">{label(item.value, item.label)}</span>
          <span className="bars-line" aria-hidden="true"><i style={{ width: `${(item.events / most) * 100}%` }} /></span>
          <span className="num">{item.events}</span>
          {linkOf?.(item.value)}
        </li>
      ))}
    </ul>
  );
}
