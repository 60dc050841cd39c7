// Days, intervals, numbers and names in plain English. Days are whole UTC days: "2031-04-14".
import { S } from './strings';

const MONTHS = S.months;
const MS = 86_400_000;

/** ISO day to days since 1970. */
export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / MS);
}

/** Days since 1970 to ISO day. */
export function isoDay(number: number): string {
  return new Date(number * MS).toISOString().slice(0, 10);
}

export function dayWords(day: string): string {
  const [y, m, d] = day.slice(0, 10).split('-').map(Number);
  return `${d} ${MONTHS[(m ?? 1) - 1] ?? ''} ${y}`;
}

export function monthWords(day: string): string {
  const [y, m] = day.split('-').map(Number);
  return `${MONTHS[(m ?? 1) - 1] ?? ''} ${y}`;
}

/** First and last day, both inclusive; either may be missing. */
export function rangeWords(first: string | null | undefined, last: string | null | undefined, about = false): string {
  if (!first && !last) return S.when.unknown;
  if (!first) return S.when.by(dayWords(last ?? ''));
  if (!last) return S.when.since(dayWords(first));
  const words = between(first.slice(0, 10), last.slice(0, 10));
  return about ? S.when.about(words) : words;
}

function between(a: string, b: string): string {
  if (a === b) return dayWords(a);
  const [ya, ma, da] = a.split('-').map(Number);
  const [yb, mb, db] = b.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(yb ?? 0, mb ?? 1, 0)).getUTCDate();
  if (ya === yb && da === 1 && db === lastOfMonth) {
    if (ma === mb) return monthWords(a);
    if (ma === 1 && mb === 12) return String(ya);
  }
  if (ya === yb && ma === mb) return `${da}–${dayWords(b)}`;
  if (ya === yb) return `${da} ${MONTHS[(ma ?? 1) - 1]} – ${dayWords(b)}`;
  return `${dayWords(a)} – ${dayWords(b)}`;
}

export function number(value: number): string {
  return value.toLocaleString('en-GB');
}

/** "9", "21 to 46", "at least 5", "up to 7", "" where nothing is told. */
export function countWords(low: number | null | undefined, high: number | null | undefined): string {
  if (low == null && high == null) return '';
  if (low == null) return S.range.upTo(number(high ?? 0));
  if (high == null) return S.range.atLeast(number(low));
  return low === high ? number(low) : S.range.to(number(low), number(high));
}

export function joined(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return S.range.and(words.slice(0, -1).join(', '), words[words.length - 1]!);
}

export function typeWords(type: string, mode = ''): string {
  const word = S.types[type] ?? type;
  return mode ? `${word} (${mode.replaceAll('_', ' ')})` : word;
}

/** "ar" to "Arabic", as the browser words it. */
export function languageWords(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code; // not a language's code
  }
}

/** A place's name; where the record has only a gazetteer's key of what holds it ("iso:USA"), that key in words. */
export function placeName(name: string): string {
  const [, kind, code] = /^(iso|adm\d):(.+)$/.exec(name) ?? [];
  return kind && code ? (kind === 'iso' ? S.place.country(code) : S.place.division(code)) : name;
}

/** Who publishes a report; a file that names nobody has its own name for an outlet. Works on sentences that begin so, too. */
export function outletName(name: string): string {
  return name.replace(/^file:(\S+)/, (_, file: string) => S.source.file(file));
}

/** A report's title; the untitled ones go by who published them. */
export function titleWords(report: { title: string; outlet: string }): string {
  return report.title || (report.outlet ? `${S.document.untitled}, ${outletName(report.outlet)}` : S.document.untitled);
}

/** What became of a report: "read", "not read: Arabic". */
export function stateWords(state: string): string {
  const [, language] = /^unread language (\w+)$/.exec(state) ?? [];
  return language ? S.document.unreadLanguage(languageWords(language)) : state === 'off topic' ? S.document.offTopic : state;
}

export type Family = 'fight' | 'ground' | 'people' | 'words';
const GROUND = new Set(['takeover', 'siege', 'deployment', 'withdrawal', 'arms']);
const PEOPLE = new Set(['displacement', 'aid', 'release', 'abduction', 'detention', 'abuse']);
const WORDS = new Set(['ceasefire', 'talks', 'agreement', 'demand', 'threat', 'accusation', 'sanction', 'protest']);

/** Which of four families a type belongs to: they have a colour and a shape each. */
export function family(type: string): Family {
  return GROUND.has(type) ? 'ground' : PEOPLE.has(type) ? 'people' : WORDS.has(type) ? 'words' : 'fight';
}
export const FAMILIES: readonly Family[] = ['fight', 'ground', 'people', 'words'];

export type Look = 'solid' | 'hollow' | 'split' | 'faint';

/** How an event's doubt is drawn. */
export function look(status: string, disputed: boolean): Look {
  if (status === 'disputed' || disputed) return 'split';
  if (status === 'corroborated') return 'solid';
  return status === 'reported' ? 'hollow' : 'faint';
}

/** An event's one line without its date, which rows and tips write beside it. */
export function gistWords(gist: string): string {
  const words = gist.replace(/,? (about )?\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?(?=:|$)/, '');
  // What is counted stands after the colon: "3500-6000 displaced" is written as elsewhere on the page.
  const [, before = words, counts = ''] = /^(.*?)(: (?:at least |up to )?\d.*)$/.exec(words) ?? [];
  const written = before + counts.replace(/\d+(?:-\d+)?/g, (range) => range.split('-').map((one) => number(Number(one))).join('–'));
  return written.charAt(0).toUpperCase() + written.slice(1);
}

const DETAILS = S.standing.details;

/** What is in dispute, in a few words: what an event hangs on first. */
function disputedWords(disputes: readonly string[]): { core: string; details: string } {
  const core = disputes.flatMap((what) => S.standing.core[what] ?? []);
  const details = disputes.filter((what) => !S.standing.core[what]).map((what) => DETAILS[what] ?? S.standing.figures);
  return { core: [...new Set(core)].join(', '), details: joined([...new Set(details)]) };
}

/** An event's standing in the words that map, lists and pages share: "disputed", "reported; figures disputed". `disputes` is
 *  what is in dispute; where that is not known but something is, `disputed` alone says so. */
export function standing(status: string, witnesses: number, disputes: readonly string[], disputed = disputes.length > 0): string {
  const words = standingShort(status, disputes, disputed);
  if (!disputed || words === S.statuses['disputed']) return words;
  const told = status === 'disputed' ? (witnesses > 1 ? 'corroborated' : 'reported') : status;
  return S.standing.beside(S.statuses[told] ?? told, words);
}

/** The same where there is little room: "figures disputed" without how it is told. */
export function standingShort(status: string, disputes: readonly string[], disputed = disputes.length > 0): string {
  if (!disputed) return S.statuses[status] ?? status;
  const { core, details } = disputedWords(disputes);
  if (core || (status === 'disputed' && !details)) return S.statuses['disputed']!;
  return S.standing.details_of(details || S.standing.some);
}

/** What is disputed about whether it happened at all or who did it, and then about what else; "" without such a dispute. */
export function disputedAbout(disputes: readonly string[]): string {
  const { core, details } = disputedWords(disputes);
  return core && [core, details].filter(Boolean).join(', ');
}

/** "7 killed", "5 to 9 killed". */
export function figureWords(kind: string, figures: readonly { min: number | null; max: number | null }[]): string {
  return figures.length ? `${joined(figures.map((one) => countWords(one.min, one.max)))} ${S.counts[kind] ?? kind}` : '';
}
