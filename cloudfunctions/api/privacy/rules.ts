interface Dated {
  version: number;
  /** The first day on which it is in force. */
  from: string;
}

/** D9.1 The notice in force on a day: the newest that has begun. */
export function noticeInForce<N extends Dated>(notices: readonly N[], day: string): N {
  const [newest] = notices.filter((notice) => notice.from <= day).sort((a, b) => b.version - a.version);
  if (!newest) throw new Error('no notice is in force');
  return newest;
}

type Asking = Dated & { asksAgain: boolean };

/** D9.1 The version to which one must have agreed on a day, or to a later one: the newest begun that asks again. */
export const noticeWanted = (notices: readonly Asking[], day: string): number =>
  Math.max(0, ...notices.filter((notice) => notice.asksAgain && notice.from <= day).map(({ version }) => version));

/** D9.1 The version that still wants a tap; null when nothing is due. */
export function noticeDue(agreed: readonly number[], notices: readonly Asking[], day: string): number | null {
  const wanted = noticeWanted(notices, day);
  return agreed.some((version) => version >= wanted) ? null : wanted;
}
