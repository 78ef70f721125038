import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '../../local/cloudbase/files';
import { openFront } from '../../local/web/front';
import { routes } from '../../local/web/routes';
import { createWeixin } from '../../local/weixin/weixin';

/** The laptop's WeChat and file store alone, over HTTP. */
export async function aWeixin(secret: string) {
  const folder = mkdtempSync(join(tmpdir(), 'youth-weixin-'));
  const front = await openFront(0);
  const weixin = createWeixin(secret);
  const files = createFiles(join(folder, 'files'));
  front.serve(routes({ functions: [], weixin, files, screens: folder, ownerUrl: '', sealKey: '' }));
  return {
    ...weixin,
    files,
    url: front.url,
    /** The base address that takes the place of `api.weixin.qq.com`. */
    api: `${front.url}/weixin`,
    async end() {
      await front.close();
      rmSync(folder, { recursive: true });
    },
  };
}
