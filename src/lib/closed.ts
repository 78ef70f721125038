/** D9.5 What a cadre is called; who has closed the account has no name. */
export const cadreCalled = (name: string | null): string => name || '已注销的团干部';
