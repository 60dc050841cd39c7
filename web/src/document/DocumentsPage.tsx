export function DocumentsPage(_: { id?: string }) { return <p>soon</p>; }
