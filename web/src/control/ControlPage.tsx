export function ControlPage(_: { id?: string }) { return <p>soon</p>; }
