import { demoIsLoaded, loadDemo } from './demo/load';

/** Loads the demo into an empty database: `npm run seed -- <owner's connection string>`, with APP_FIELD_KEY set. */
async function main([ownerUrl]: string[]): Promise<void> {
  const fieldKey = process.env.APP_FIELD_KEY;
  if (!ownerUrl || !fieldKey) throw new Error('usage: APP_FIELD_KEY=<key> npm run seed -- <connection string>');
  if (await demoIsLoaded(ownerUrl)) return console.log('The demo is there already.');
  await loadDemo(ownerUrl, { fieldKey });
  console.log('The demo is loaded.');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
