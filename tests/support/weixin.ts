import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '../../local/cloudbase/files';
import { ENVIRONMENT_ID } from '../../local/host/functions';
import { platformOf } from '../../local/host/settings';
import { openFront } from '../../local/web/front';
import { routes } from '../../local/web/routes';
import { createWeixin } from '../../local/weixin/weixin';

/** The laptop's WeChat and file store alone, over HTTP. This process is shown the way to the store, as the platform would. */
export async function aWeixin(secret: string) {
  const folder = mkdtempSync(join(tmpdir(), 'youth-weixin-'));
  const front = await openFront(0);
  const weixin = createWeixin(secret);
  const files = createFiles(join(folder, 'files'));
  front.serve(routes({ functions: [], weixin, files, screens: folder, ownerUrl: '', sealKey: '' }));
  const platform = platformOf(front.url);
  Object.assign(process.env, platform);
  return {
    ...weixin,
    files,
    platform,
    settings: { APP_WX_API: `${front.url}/weixin`, APP_WX_SECRET: secret, APP_CLOUD_ENV: ENVIRONMENT_ID },
    async end() {
      for (const name of Object.keys(platform)) Reflect.deleteProperty(process.env, name);
      await front.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type Weixin = Awaited<ReturnType<typeof aWeixin>>;
