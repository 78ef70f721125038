import type { Settings } from '../settings';
import { askAsAppForFile } from './token';

/** Wide enough to be printed. */
const WIDTH = 860;

/** A 小程序码 that opens a page with a code of ours as its `scene` (getwxacodeunlimit): a PNG or a JPEG. */
export const miniProgramCode = (
  settings: Settings,
  { scene, page }: { scene: string; page: string },
): Promise<Buffer> =>
  askAsAppForFile(settings, {
    method: 'POST',
    path: '/wxa/getwxacodeunlimit',
    body: { scene, page, check_path: false, env_version: settings.APP_WX_VERSION, width: WIDTH },
    repeat: true,
  });
