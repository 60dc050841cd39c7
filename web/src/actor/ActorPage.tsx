export function ActorPage(_: { id?: string }) { return <p>soon</p>; }
