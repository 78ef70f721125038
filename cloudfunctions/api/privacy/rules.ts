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

/**
 * D9.1 The version that still wants a tap: the newest begun that asks again, unless it or a later one was agreed to.
 * Null when nothing is due.
 */
export function noticeDue(
  agreed: readonly number[],
  notices: readonly (Dated & { asksAgain: boolean })[],
  day: string,
): number | null {
  const asking = notices.filter((notice) => notice.asksAgain && notice.from <= day).map((notice) => notice.version);
  const wanted = Math.max(0, ...asking);
  return agreed.some((version) => version >= wanted) ? null : wanted;
}
