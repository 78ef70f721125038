import { buildFunctions } from './functions';
import { buildScreens } from './taro';

/** `npm run build`: everything that is put into the cloud or given to WeChat. */
export async function main(): Promise<void> {
  await buildFunctions();
  await buildScreens('weapp');
  await buildScreens('h5');
}
