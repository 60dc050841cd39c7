export function DisplacementPage(_: { id?: string }) { return <p>soon</p>; }
