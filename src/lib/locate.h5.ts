/** A browser tells positions of another kind (WGS-84), hundreds of metres off: it is not asked. */
export const canLocate: boolean = false;

export const locate = (): Promise<null> => Promise.resolve(null);
