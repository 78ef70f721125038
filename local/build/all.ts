import { buildFunctions } from './functions';
import { buildScreens } from './taro';

const BUILDS = {
  functions: buildFunctions,
  weapp: (signal?: AbortSignal) => buildScreens('weapp', signal),
  h5: (signal?: AbortSignal) => buildScreens('h5', signal),
};

const isBuild = (name: string): name is keyof typeof BUILDS => Object.hasOwn(BUILDS, name);

/** `npm run build`: everything that is put into the cloud or given to WeChat, or only what is named. */
export async function main(signal?: AbortSignal, ...wanted: string[]): Promise<void> {
  const unknown = wanted.find((name) => !isBuild(name));
  if (unknown) throw new Error(`There is no build "${unknown}", only ${Object.keys(BUILDS).join(', ')}.`);
  for (const [name, build] of Object.entries(BUILDS))
    if (wanted.length === 0 || wanted.includes(name)) await build(signal);
}
