export function PlacesPage(_: { id?: string }) { return <p>soon</p>; }
