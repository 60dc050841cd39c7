// The filter rail. Counts follow the brush: they are made of the rows at hand.
import { memo, useEffect, useState } from 'react';
import { asked, type Filter, type ListKey, NO_FILTER } from '../url';
import { family, outletName, typeWords, dayWords } from '../format';
import { Sign } from '../ui/parts';
import { S } from '../strings';
import type { EventFacets } from '../types';

export interface Choice {
  value: string;
  label: string;
  events: number;
}

interface Props {
  filter: Filter;
  facets: EventFacets | null;
  types: Choice[];
  statuses: Choice[];
  drawing: boolean;
  onFilter: (filter: Filter) => void;
  onDraw: () => void;
}

export function labelFor(key: ListKey, value: string, facets: EventFacets | null): string {
  if (key === 'type') return typeWords(value);
  if (key === 'status') return S.statuses[value] ?? value;
  if (key === 'source_kind') return S.kinds[value] ?? value;
  const label = facets?.[key]?.find((facet) => facet.value === value)?.label ?? value;
  return key === 'outlet' ? outletName(label) : label;
}

export const Filters = memo(function Filters({ filter, facets, types, statuses, drawing, onFilter, onDraw }: Props) {
  const toggle = (key: ListKey, value: string) => {
    const has = filter[key].includes(value);
    onFilter({ ...filter, [key]: has ? filter[key].filter((each) => each !== value) : [...filter[key], value].sort() });
  };
  const group = (key: ListKey, choices: Choice[], most = 6) => (
    <Group key={key} id={key} title={S.overview[key]} choices={choices} chosen={filter[key]} most={most}
      label={(value) => labelFor(key, value, facets)} onToggle={(value) => toggle(key, value)} />
  );
  const from = (key: Exclude<ListKey, 'type' | 'status'>): Choice[] => facets?.[key] ?? [];
  return (
    <form className="filters" onSubmit={(event) => event.preventDefault()} aria-label={S.overview.filters}>
      <Text value={filter.q} onText={(q) => onFilter({ ...filter, q })} />
      <fieldset className="filter-dates">
        <legend>{S.overview.dates}</legend>
        <label>{S.overview.from}<input type="date" value={filter.since} onChange={(event) => onFilter({ ...filter, since: event.target.value })} /></label>
        <label>{S.overview.to}<input type="date" value={filter.until} onChange={(event) => onFilter({ ...filter, until: event.target.value })} /></label>
      </fieldset>
      {group('status', statuses, 7)}
      {group('type', types, 8)}
      <fieldset>
        <legend>{S.overview.witnesses}</legend>
        <div className="steps">
          {[0, 1, 2, 3, 5].map((least) => (
            <label key={least} className="step">
              <input type="radio" name="witnesses" checked={filter.witnesses === least} onChange={() => onFilter({ ...filter, witnesses: least })} />
              <span title={S.overview.atLeast(least)}>{least ? `${least}+` : S.overview.any}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {group('side', from('side'))}
      {group('actor', from('actor'))}
      {group('place', from('place'))}
      <fieldset>
        <legend>{S.overview.area}</legend>
        <button type="button" className="button button-small" aria-pressed={drawing} onClick={onDraw}>{S.overview.areaDraw}</button>
        {filter.bbox && <button type="button" className="link" onClick={() => onFilter({ ...filter, bbox: '' })}>{S.overview.areaClear}</button>}
      </fieldset>
      {group('source_kind', from('source_kind'))}
      {group('outlet', from('outlet'))}
    </form>
  );
});

function Text({ value, onText }: { value: string; onText: (value: string) => void }) {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onText(words), 350);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a pause in typing sends the words, not a new callback
  }, [words]);
  return (
    <label className="filter-text">
      <span>{S.overview.text}</span>
      <input type="search" value={words} onChange={(event) => setWords(event.target.value)} dir="auto" />
    </label>
  );
}

function Group(props: { id: ListKey; title: string; choices: Choice[]; chosen: string[]; most: number; label: (value: string) => string; onToggle: (value: string) => void }) {
  const { id, title, choices, chosen, most, label, onToggle } = props;
  const [open, setOpen] = useState(false);
  const missing = chosen.filter((value) => !choices.some((choice) => choice.value === value)).map((value) => ({ value, label: label(value), events: 0 }));
  const all = [...choices, ...missing];
  const shown = open ? all : all.filter((choice, k) => k < most || chosen.includes(choice.value));
  if (!all.length) return null;
  const most_events = Math.max(1, ...all.map((choice) => choice.events));
  return (
    <fieldset>
      <legend>{title}</legend>
      {shown.map((choice) => (
        <label key={choice.value} className="choice">
          <input type="checkbox" checked={chosen.includes(choice.value)} onChange={() => onToggle(choice.value)} />
          {id === 'type' && <Sign of={family(choice.value)} how="solid" />}
          <span className="choice-name" dir="auto">{id === 'type' || id === 'status' || id === 'source_kind' ? label(choice.value) : choice.label}</span>
          <span className="choice-count">{choice.events.toLocaleString('en-GB')}</span>
          <span className="choice-bar" style={{ width: `${(choice.events / most_events) * 100}%` }} aria-hidden="true" />
        </label>
      ))}
      {all.length > most && (
        <button type="button" className="link" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? S.overview.fewer : S.overview.more(all.length - shown.length)}
        </button>
      )}
    </fieldset>
  );
}

/** What is asked for, each with a way to take it back. */
export function Chips({ filter, facets, onFilter }: { filter: Filter; facets: EventFacets | null; onFilter: (filter: Filter) => void }) {
  if (!asked(filter)) return null;
  const chips: [string, Filter][] = [];
  for (const key of ['status', 'type', 'side', 'actor', 'place', 'source_kind', 'outlet'] as const) {
    for (const value of filter[key]) chips.push([labelFor(key, value, facets), { ...filter, [key]: filter[key].filter((each) => each !== value) }]);
  }
  if (filter.since || filter.until) {
    const words = `${filter.since ? dayWords(filter.since) : '…'} – ${filter.until ? dayWords(filter.until) : '…'}`;
    chips.push([words, { ...filter, since: '', until: '' }]);
  }
  if (filter.witnesses) chips.push([`${filter.witnesses}+ ${S.overview.witnesses.toLowerCase()}`, { ...filter, witnesses: 0 }]);
  if (filter.bbox) chips.push([S.overview.areaSet, { ...filter, bbox: '' }]);
  if (filter.q) chips.push([`“${filter.q}”`, { ...filter, q: '' }]);
  return (
    <div className="chips">
      {chips.map(([words, rest]) => (
        <button type="button" key={words} className="chip" onClick={() => onFilter(rest)} aria-label={S.overview.clearOne(words)}>
          <span dir="auto">{words}</span><span aria-hidden="true">×</span>
        </button>
      ))}
      <button type="button" className="link" onClick={() => onFilter(NO_FILTER)}>{S.overview.clear}</button>
    </div>
  );
}
