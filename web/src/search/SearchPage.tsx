export function SearchPage(_: { id?: string }) { return <p>soon</p>; }
