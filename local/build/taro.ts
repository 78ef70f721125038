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

const NAMES = { h5: 'the web app', weapp: 'the mini-program' };

/** Builds the screens for one of the two kinds of phone, into `dist/h5` or `dist/weapp`. */
export const buildScreens = (type: 'h5' | 'weapp', signal?: AbortSignal): Promise<void> =>
  unlessUnchanged({ name: type, inputs: INPUTS, settings: SETTINGS, build: () => runTaro(type, signal) });

async function runTaro(type: 'h5' | 'weapp', signal?: AbortSignal): Promise<void> {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  console.log(`Building ${NAMES[type]}`);
  const report = setInterval(() => console.log(`  still building, ${seconds()} s`), REPORT_EVERY_MS);
  try {
    await taro(['build', '--type', type], signal);
    console.log(`  built in ${seconds()} s`);
  } finally {
    clearInterval(report);
  }
}

function taro(args: string[], signal?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [join(CHECKOUT, 'node_modules/@tarojs/cli/bin/taro'), ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
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
