import { createRequire } from 'node:module';

/**
 * The process that a function lives in: loads the packed function and answers the calls that its host sends.
 * Everything that goes in or out is JSON, as on the platform.
 */
const { main } = createRequire(import.meta.url)(process.argv[2]);

process.on('message', async ({ call, event, context }) => {
  process.send({ call, ...(await run(event, context)) });
});
process.on('disconnect', () => process.exit());

async function run(event, data) {
  const deadline = Date.now() + data.time_limit_in_ms;
  const context = {
    ...data,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    return { kind: 'returned', json: JSON.stringify(await main(event, context)) ?? 'null' };
  } catch (error) {
    return { kind: 'threw', stack: error instanceof Error ? error.stack : String(error) };
  }
}
