export function LedgersPage(_: { id?: string }) { return <p>soon</p>; }
