import { buildFunctions } from './functions';
import { buildScreens } from './taro';

/** `npm run build`: everything that is put into the cloud or given to WeChat. */
export async function main(signal?: AbortSignal): Promise<void> {
  await buildFunctions();
  await buildScreens('weapp', signal);
  await buildScreens('h5', signal);
}
