import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const DEBIAN = '/usr/bin/apt-get';

/** Where a Chromium is; one is installed if the machine has none. */
export async function chromium() {
  const found = process.env.CHROMIUM_PATH ?? USUAL_PLACES.find((path) => existsSync(path));
  if (found) return found;
  const { chromium: ofPlaywright } = await import('playwright-core');
  if (existsSync(ofPlaywright.executablePath())) return ofPlaywright.executablePath();
  console.log('Installing a Chromium for the tests');
  try {
    return process.getuid?.() === 0 && existsSync(DEBIAN) ? installFromDebian() : installFromPlaywright(ofPlaywright);
  } catch (cause) {
    throw new Error('No Chromium was found and none could be installed. Name one: CHROMIUM_PATH=/path/to/it npm test', {
      cause,
    });
  }
}

function installFromDebian() {
  execFileSync(DEBIAN, ['update'], { stdio: 'inherit' });
  execFileSync(DEBIAN, ['install', '-y', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' });
  return '/usr/bin/chromium';
}

function installFromPlaywright(ofPlaywright) {
  execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], { stdio: 'inherit' });
  return ofPlaywright.executablePath();
}
