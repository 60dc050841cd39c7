export function SignInPage(_: { id?: string }) { return <p>soon</p>; }
