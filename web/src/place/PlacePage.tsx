export function PlacePage(_: { id?: string }) { return <p>soon</p>; }
