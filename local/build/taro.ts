import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { CHECKOUT } from '../places';
import { unlessUnchanged } from './stamp';

const INPUTS = [
  'src',
  'config',
  'types',
  'babel.config.js',
  'tsconfig.json',
  'project.config.json',
  'package-lock.json',
];
const SETTINGS = ['TARO_APP_DOOR', 'TARO_APP_API', 'TARO_APP_CLOUD_ENV'];
const REPORT_EVERY_MS = 5_000;

interface Screens {
  type: 'h5' | 'weapp';
  /** What is being built, in words. */
  what: string;
  settings?: Record<string, string>;
}

/** By the folder below `dist/`. */
const SCREENS = {
  h5: { type: 'h5', what: 'the web app' },
  weapp: { type: 'weapp', what: 'the mini-program' },
  gallery: { type: 'h5', what: 'the web app with its page of all components', settings: { TARO_APP_GALLERY: '1' } },
} satisfies Record<string, Screens>;

export type ScreensName = keyof typeof SCREENS;

/** Builds the screens for one of the two kinds of phone, or for being photographed. */
export const buildScreens = (name: ScreensName, signal?: AbortSignal): Promise<void> =>
  unlessUnchanged({ name, inputs: INPUTS, settings: SETTINGS, build: () => runTaro(SCREENS[name], signal) });

async function runTaro({ type, what, settings }: Screens, signal?: AbortSignal): Promise<void> {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  console.log(`Building ${what}`);
  const report = setInterval(() => console.log(`  still building, ${seconds()} s`), REPORT_EVERY_MS);
  try {
    await taro(['build', '--type', type], { signal, settings });
    console.log(`  built in ${seconds()} s`);
  } finally {
    clearInterval(report);
  }
}

function taro(
  args: string[],
  { signal, settings }: { signal?: AbortSignal } & Pick<Screens, 'settings'>,
): Promise<void> {
  const child = spawn(process.execPath, [join(CHECKOUT, 'node_modules/@tarojs/cli/bin/taro'), ...args], {
    env: { ...process.env, ...settings, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`taro ${args.join(' ')} failed\n${withoutProgress(output)}`));
    });
  });
}

const withoutProgress = (output: string): string => output.slice(Math.max(0, output.lastIndexOf('✖ Webpack')));
