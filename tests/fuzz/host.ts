import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../../local/build/functions';
import type { ContextData } from '../../local/host/context';
import { createFiles } from '../../local/cloudbase/files';
import { FUNCTIONS } from '../../local/host/functions';
import { hostFunction } from '../../local/host/hosted-function';
import { functionEnvironment } from '../../local/host/settings';
import { CHECKOUT } from '../../local/places';
import { openFront } from '../../local/web/front';
import { routes } from '../../local/web/routes';
import { createWeixin } from '../../local/weixin/weixin';
import { CODE_HOST } from '../support/house';
import type { World } from '../support/world';

const [API] = FUNCTIONS;

/** The function as it is deployed, in its own process behind the laptop's HTTP, on the database of a test's world, with more or other settings. */
export async function openHost({ house, apiUrl, ownerUrl }: World, more: Record<string, string> = {}) {
  if (!API) throw new Error('there is no function to host');
  await buildFunctions();
  const folder = mkdtempSync(join(tmpdir(), 'youth-fuzz-'));
  const logFile = join(folder, 'functions.log');
  const log = openSync(logFile, 'w');
  const front = await openFront(0);
  const { APP_WX_SECRET, APP_CODE_KEY, APP_SEAL_KEY, APP_FIELD_KEY } = house.settings;
  const keys = { weixinSecret: APP_WX_SECRET, codeKey: APP_CODE_KEY, sealKey: APP_SEAL_KEY, fieldKey: APP_FIELD_KEY };
  const env = functionEnvironment({ url: front.url, apiUrl, secrets: keys, staleIdentity: true });
  const api = hostFunction({
    config: API,
    file: join(CHECKOUT, 'dist/cloudfunctions/api/index.js'),
    env: { ...env, APP_CODE_HOST: CODE_HOST, ...more },
    log,
  });
  const weixin = createWeixin(APP_WX_SECRET);
  front.serve(
    routes({
      functions: [api],
      weixin,
      files: createFiles(join(folder, 'files')),
      screens: folder,
      ownerUrl,
      sealKey: APP_SEAL_KEY,
    }),
  );
  return {
    config: API,
    port: front.port,
    url: front.url,
    /** Calls the function as the platform would, whatever the event. */
    call: (event: unknown, context: ContextData) => api.call(event, context),
    logged: () => readFileSync(logFile, 'utf8'),
    async end() {
      await api.stop();
      await front.close();
      closeSync(log);
      rmSync(folder, { recursive: true });
    },
  };
}

export type Host = Awaited<ReturnType<typeof openHost>>;
