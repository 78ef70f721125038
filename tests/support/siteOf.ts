import { uuidv7 } from 'uuidv7';
import { openidOf } from '../../local/demo/cast';
import { newOpenid } from './crowd';
import { askAs } from './wx/door';

const administrator = openidOf('deng-qiwen');

/** A site of Foshan's, made past every screen, and the invitation to look after it. */
export async function aSiteToLookAfter(name: string): Promise<{ siteId: string; link: string; code: string }> {
  const { org } = await askAs<{ org: { orgId: number } }>(administrator, 'org.overview', {});
  const { siteId } = await askAs<{ siteId: string }>(administrator, 'grassrootsDay.registerSite', {
    orgId: org.orgId,
    kind: 'servicePlatform',
    name,
    address: '南海区罗村街道朝阳路 2 号',
    position: null,
    requestId: uuidv7(),
  });
  const wish = { siteId, name: '区静怡', requestId: uuidv7() };
  const invited = await askAs<{ link: string; code: string }>(administrator, 'grassrootsDay.inviteContact', wish);
  return { siteId, ...invited };
}

/** The same with somebody new who looks after it. */
export async function aSiteWithContact(name: string): Promise<{ siteId: string; contact: string }> {
  const { siteId, code } = await aSiteToLookAfter(name);
  const contact = newOpenid();
  await askAs(contact, 'org.claim', { text: code, name: null, requestId: uuidv7() });
  return { siteId, contact };
}

/** A cadre of the demo says, without any code, to have been there today. */
export const saysToBeAt = (siteId: string, slug: Parameters<typeof openidOf>[0]): Promise<{ checkInId: string }> =>
  askAs(openidOf(slug), 'grassrootsDay.checkIn', { where: { siteId }, location: null, requestId: uuidv7() });

/** From today on nobody checks in there. */
export async function closes(siteId: string): Promise<void> {
  const { today } = await askAs<{ today: string }>(administrator, 'org.me', {});
  await askAs(administrator, 'grassrootsDay.closeSite', { siteId, from: today, requestId: uuidv7() });
}
