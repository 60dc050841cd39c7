export function ActorsPage(_: { id?: string }) { return <p>soon</p>; }
