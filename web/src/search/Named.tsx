// Places and actors that are called what was searched for: whoever looks for a town wants its page before its mentions.
import { useAnswer } from '../api';
import { placeName } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';

interface Row {
  id: string;
  name: string;
  events: number;
}

/** So many of each are offered; among the 200 that most events tell of. */
const MOST = 6;

export function Named({ words }: { words: string }) {
  const places = useAnswer<{ items: Row[] }>('/v1/places?limit=200').data;
  const actors = useAnswer<{ items: Row[] }>('/v1/actors?limit=200').data;
  const found = [...chosen(places?.items, 'places', S.place.title, words), ...chosen(actors?.items, 'actors', S.actor.title, words)];
  if (!found.length) return null;
  return (
    <section className="card named" aria-label={S.search.named}>
      <ul className="plain">
        {found.map(({ room, kind, row }) => (
          <li key={`${room} ${row.id}`}>
            <span className="kind">{kind}</span> <Link to={address(room, row.id)} dir="auto">{placeName(row.name)}</Link> <span className="quiet">{S.count.events(row.events)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function chosen(rows: readonly Row[] | undefined, room: string, kind: string, words: string): { room: string; kind: string; row: Row }[] {
  const asked = words.replaceAll('"', '').trim().toLocaleLowerCase();
  if (!asked) return [];
  // Whole names first, then names that hold the words.
  const at = (row: Row) => ` ${placeName(row.name).toLocaleLowerCase()} `.indexOf(` ${asked}`);
  return (rows ?? []).filter((row) => at(row) >= 0).sort((a, b) => at(a) - at(b) || a.name.length - b.name.length).slice(0, MOST).map((row) => ({ room, kind, row }));
}
