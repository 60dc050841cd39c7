export function DisputesPage(_: { id?: string }) { return <p>soon</p>; }
