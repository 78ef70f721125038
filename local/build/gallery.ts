import { buildFunctions } from './functions';
import { buildScreens } from './taro';

/** What `npm run gallery` photographs: the mini-program, and the web app with the page of all components. */
export async function main(signal?: AbortSignal): Promise<void> {
  await buildFunctions();
  await buildScreens('weapp', signal);
  await buildScreens('gallery', signal);
}
