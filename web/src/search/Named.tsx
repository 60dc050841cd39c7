// Places and actors that are called what was searched for: whoever looks for a town wants its page before its mentions.
import { useAnswer } from '../api';
import { placeName } from '../format';
import { address, Link } from '../router';
import { S } from '../strings';
import type { ActorPage, PlacePage } from '../types';

/** So many of each are offered; the lists of places and actors have the rest. */
const MOST = 6;

export function Named({ words }: { words: string }) {
  const asked = words.replaceAll('"', '').trim();
  const query = `q=${encodeURIComponent(asked)}`;
  const places = useAnswer<PlacePage>(asked ? `/v1/places?${query}&limit=${MOST}` : '').data;
  const actors = useAnswer<ActorPage>(asked ? `/v1/actors?${query}&limit=${MOST}` : '').data;
  const found = [{ room: 'places', kind: S.place.title, list: S.place.list, page: places }, { room: 'actors', kind: S.actor.title, list: S.actor.list, page: actors }];
  if (!found.some(({ page }) => page?.items.length)) return null;
  return (
    <section className="card named" aria-label={S.search.named}>
      <ul className="plain">
        {found.flatMap(({ room, kind, list, page }) => (page ? [
          ...page.items.map((row) => (
            <li key={`${room} ${row.id}`}>
              <span className="kind">{kind}</span> <Link to={address(room, row.id)} dir="auto">{placeName(row.name)}</Link>{' '}
              {row.spelling && <span className="quiet">{S.search.spelled} <bdi>{row.spelling}</bdi>, </span>}
              <span className="quiet">{S.count.events(row.events)}</span>
            </li>
          )),
          page.total > page.items.length && <li key={room}><Link to={`/${room}?${query}`}>{S.search.all(page.total, list)}</Link></li>,
        ] : []))}
      </ul>
    </section>
  );
}
