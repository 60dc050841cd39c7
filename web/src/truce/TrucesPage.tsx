export function TrucesPage(_: { id?: string }) { return <p>soon</p>; }
