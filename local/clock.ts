/** `npm run clock`: fires the timer of the stand-in that runs on PORT, and says how each job ended. */
async function main(): Promise<void> {
  const url = `http://127.0.0.1:${process.env.PORT ?? 8126}`;
  const response = await fetch(`${url}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => {
    throw new Error(`Nothing runs on ${url}. Start it with npm start, or say where by PORT.`);
  });
  console.log(await response.text());
  if (!response.ok) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
