/** A live code as it was fetched: ten minutes of steps, and how the server's clock stands to the phone's. */
export interface LiveCode {
  stepSeconds: number;
  codes: { step: number; text: string }[];
  offset: number;
}

export interface ShownCode {
  /** What the code says now; null when the steps have run out. */
  text: string | null;
  secondsLeft: number;
  /** The part of this step that is still to come, 1 at its start. */
  share: number;
  stepsAhead: number;
}

/**
 * Which step to show at this moment of the phone's clock. That goes by whole seconds: it may stand a moment before the
 * answer that has just come, and then the answer's first step is due.
 */
export const shownCode = ({ stepSeconds, codes, offset }: LiveCode, phoneNow: number): ShownCode => {
  const answered = (codes[0]?.step ?? 0) * stepSeconds;
  const seconds = Math.max(Math.floor((phoneNow + offset) / 1000), answered);
  const step = Math.floor(seconds / stepSeconds);
  const secondsLeft = stepSeconds - (seconds % stepSeconds);
  return {
    text: codes.find((code) => code.step === step)?.text ?? null,
    secondsLeft,
    share: secondsLeft / stepSeconds,
    stepsAhead: codes.filter((code) => code.step > step).length,
  };
};

/** Fewer than five minutes of steps ahead: time to fetch new ones. */
export const runsLow = ({ stepSeconds }: LiveCode, { stepsAhead }: ShownCode): boolean =>
  stepsAhead * stepSeconds < 300;
