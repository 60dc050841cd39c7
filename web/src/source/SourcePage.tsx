export function SourcePage(_: { id?: string }) { return <p>soon</p>; }
