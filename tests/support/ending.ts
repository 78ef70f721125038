type End = () => Promise<void>;

declare global {
  var endsAfterTests: End[] | undefined;
}

/** jest loads set-up and tear-down apart; what they share is the process. */
export function endAfterTests(end: End): void {
  (globalThis.endsAfterTests ??= []).push(end);
}

export async function endAll(): Promise<void> {
  for (const end of (globalThis.endsAfterTests ?? []).reverse()) await end();
  globalThis.endsAfterTests = [];
}

/** jest does not tear down after a set-up that failed. */
export async function endingOnFailure(setUp: () => Promise<void>): Promise<void> {
  try {
    await setUp();
  } catch (error) {
    await endAll();
    throw error;
  }
}
