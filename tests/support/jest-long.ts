/** What breaks takes its time to be whole again, and a busy machine takes longer. */
jest.setTimeout(60_000);
