import { openidOf } from '../../local/demo/cast';
import type { Outputs } from '../../types/contract';
import { askAs } from './wx/door';

type Own = Outputs['grassrootsDay']['ownSites'];
type Shown = Outputs['grassrootsDay']['siteCode'];

const contact = openidOf('mai-haoming');

/** What the phone of the contact of 罗村青少年服务台 shows now. */
export async function codeOfLuocun(): Promise<string> {
  const { items } = await askAs<Own>(contact, 'grassrootsDay.ownSites', {});
  const siteId = items.find(({ name }) => name === '罗村青少年服务台')?.siteId;
  const { codes } = await askAs<Shown>(contact, 'grassrootsDay.siteCode', { siteId });
  return codes[0]?.text ?? '';
}
