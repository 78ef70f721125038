import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { openidOf } from './demo/cast';
import { days } from './smoke/days';
import { logs } from './smoke/logs';
import { lineRead, textRead } from './smoke/texts';
import { Walk } from './smoke/walk';

/**
 * Walks the main job through the HTTP door of a running house and reads back what it wrote:
 * `npm run smoke -- <url>`. On the laptop everybody signs in with the stand-in's codes; for a real deployment
 * SMOKE_CADRE_TOKEN, SMOKE_ADMINISTRATOR_TOKEN and SMOKE_YOUTH_TOKEN name the sessions of test people. The youth's
 * account is closed at the end.
 */
const DEMO_CADRE = openidOf('he-zhiyuan');
const DEMO_ADMINISTRATOR = openidOf('deng-qiwen');

/** A youth who has just come: signs in, reads the notice, agrees, registers. */
async function newYouth(walk: Walk, openid: string): Promise<string> {
  const ticket = await walk.signIn(openid);
  const { version } = await walk.step<{ version: number }>(
    'privacy.notice',
    {},
    ticket,
    (notice) => notice.version > 0,
  );
  const entry = {
    noticeVersion: version,
    name: '冒烟',
    birthYear: 2001,
    birthMonth: 6,
    field: 'newMedia',
    unit: null,
    requestId: uuidv7(),
  };
  const { token } = await walk.step<{ token: string }>('org.register', entry, ticket, (output) => output.token !== '');
  return token;
}

type Me = {
  personId: string;
  today: string;
  cadre: { standing: { counted: number } } | null;
  administers: { orgId: number }[];
};
type Made = { contactId: string };
type List = { items: Made[] };

const counts =
  (counted: number) =>
  ({ cadre }: Me): boolean =>
    cadre?.standing.counted === counted;

async function codeOf(walk: Walk, kind: 'youth' | 'cadre', token: string): Promise<string> {
  type Codes = { codes: { text: string }[] };
  const { codes } = await walk.step<Codes>('contact.code', { kind }, token, (output) => output.codes.length > 0);
  return codes[0]?.text ?? '';
}

/** The cadre scans the youth; the same request again makes nothing more; under another person it is not done. */
async function scan(walk: Walk, cadre: string, youth: string): Promise<string> {
  const text = await codeOf(walk, 'youth', youth);
  await walk.step<{ kind: string }>('contact.preview', { text }, cadre, (preview) => preview.kind === 'youth');
  const request = { text, requestId: uuidv7() };
  const { personId } = await walk.step<Me>('org.me', {}, youth, ({ personId }) => personId !== '');
  await walk.refused('contact.register', request, cadre, 'SENDER_CHANGED', personId);
  const { contactId } = await walk.step<Made>('contact.register', request, cadre, (made) => made.contactId !== '');
  await walk.step<Made>('contact.register', request, cadre, (again) => again.contactId === contactId);
  return contactId;
}

/** The youth accepts the cadre's card, as it stands in a group, and takes it back. */
async function acceptCard(walk: Walk, cadre: string, youth: string): Promise<void> {
  const text = await codeOf(walk, 'cadre', cadre);
  await walk.step<{ kind: string }>('contact.preview', { text }, youth, (preview) => preview.kind === 'cadre');
  const request = { text, requestId: uuidv7() };
  const { contactId } = await walk.step<Made>('contact.register', request, youth, (made) => made.contactId !== '');
  await walk.step<Made>('contact.undo', { contactId, requestId: uuidv7() }, youth, () => true);
}

/** An administrator invites somebody to a post and takes it back before it is claimed. */
async function invite(walk: Walk, administrator: string): Promise<void> {
  const me = await walk.step<Me>('org.me', {}, administrator, ({ administers }) => administers.length > 0);
  const post = { service: 'partTime', inEstablishment: false, leadership: false, title: '委员', from: me.today };
  const wish = { orgId: me.administers[0]?.orgId, name: '冒烟', post, requestId: uuidv7() };
  type Invited = { invitationId: string; link: string };
  const { invitationId, link } = await walk.step<Invited>('org.invite', wish, administrator, ({ link }) => link !== '');
  const newcomer = await walk.signIn(`oSMOKE${randomUUID().slice(0, 20)}`);
  await walk.step<{ name: string }>('org.invitation', { text: link }, newcomer, ({ name }) => name === '冒烟');
  await walk.step<object>('org.revokeInvitation', { invitationId, requestId: uuidv7() }, administrator, () => true);
  const claim = { text: link, name: null, requestId: uuidv7() };
  await walk.refused('org.claim', claim, newcomer, 'INVITATION_REVOKED');
}

/** A desktop shows a code, the cadre's phone lets it in, and it goes out again. */
async function signInOnDesktop(walk: Walk, cadre: string): Promise<void> {
  type Asked = { text: string; secret: string };
  const { text, secret } = await walk.step<Asked>('account.askSignIn', {}, undefined, ({ secret }) => secret !== '');
  type Finished = { state: string; token: string | null };
  await walk.step<Finished>('account.finishSignIn', { secret }, undefined, ({ state }) => state === 'waiting');
  await walk.step<{ device: string }>('account.seeSignIn', { text }, cadre, ({ device }) => device !== '');
  await walk.step<object>('account.approveSignIn', { text, requestId: uuidv7() }, cadre, () => true);
  const { token } = await walk.step<Finished>(
    'account.finishSignIn',
    { secret },
    undefined,
    ({ state }) => state === 'in',
  );
  const desktop = token ?? undefined;
  await walk.step<Me>('org.me', {}, desktop, (me) => me.cadre !== null);
  await walk.step<object>('org.signOut', {}, desktop, () => true);
  await walk.refused('org.me', {}, desktop, 'NOT_SIGNED_IN');
}

/** On a laptop, whose WeChat can be asked what it sent: who allowed a message gets it with the answer. */
async function messageCame(walk: Walk, administrator: string, youth: string, openid: string): Promise<void> {
  type Templates = { messages: { answer?: string } };
  const { messages } = await walk.step<Templates>('org.me', {}, youth, ({ messages }) => messages.answer !== undefined);
  await walk.post('/local/weixin/accept', { openid, templateId: messages.answer });
  await walk.step<object>('account.allowMessage', { kind: 'answer', requestId: uuidv7() }, youth, () => true);
  const { administers } = await walk.step<Me>('org.me', {}, administrator, (me) => me.administers.length > 0);
  const wish = {
    orgId: administers[0]?.orgId,
    service: 'partTime',
    title: '委员',
    newcomer: null,
    requestId: uuidv7(),
  };
  await walk.step<object>('org.apply', wish, youth, () => true);
  type Waiting = { items: { applicationId: string; name: string }[] };
  const { items } = await walk.step<Waiting>('org.applications', {}, administrator, (all) => all.items.length > 0);
  const applicationId = items.find(({ name }) => name === '冒烟')?.applicationId;
  const refusal = { applicationId, reason: '冒烟', requestId: uuidv7() };
  await walk.step<object>('org.refuseApplication', refusal, administrator, () => true);
  await walk.sent(openid);
}

/** The youth corrects, takes a copy, takes the consent back, agrees anew, and goes for good. */
async function goAway(walk: Walk, youth: string): Promise<void> {
  const change = { field: 'school', unit: null, requestId: uuidv7() };
  await walk.step<{ field: string }>('privacy.correct', change, youth, ({ field }) => field === 'school');
  type Copy = { person: { youth: { field: string } | null } | null };
  await walk.step<Copy>('privacy.copy', {}, youth, ({ person }) => person?.youth?.field === 'school');
  await walk.step<object>('privacy.withdraw', { requestId: uuidv7() }, youth, () => true);
  await walk.refused('contact.code', { kind: 'youth' }, youth, 'NOTICE_OUTDATED');
  const { version } = await walk.step<{ version: number }>('privacy.notice', {}, youth, (notice) => notice.version > 0);
  await walk.step<object>('privacy.agree', { version, requestId: uuidv7() }, youth, () => true);
  await walk.step<object>('privacy.close', { requestId: uuidv7() }, youth, () => true);
  await walk.refused('org.me', {}, youth, 'NOT_SIGNED_IN');
}

async function main(url: string): Promise<void> {
  const walk = new Walk(url.replace(/\/$/, ''));
  const cadre = process.env.SMOKE_CADRE_TOKEN ?? (await walk.signIn(DEMO_CADRE));
  const openid = `oSMOKE${randomUUID().slice(0, 20)}`;
  const youth = process.env.SMOKE_YOUTH_TOKEN ?? (await newYouth(walk, openid));
  const administrator = process.env.SMOKE_ADMINISTRATOR_TOKEN ?? (await walk.signIn(DEMO_ADMINISTRATOR));

  const before = await walk.step<Me>('org.me', {}, cadre, (me) => me.cadre !== null);
  const counted = before.cadre?.standing.counted ?? 0;
  const contactId = await scan(walk, cadre, youth);
  const hasIt = ({ items }: List) => items.some((item) => item.contactId === contactId);
  await walk.step<Me>('org.me', {}, cadre, counts(counted + 1));
  await walk.step<List>('contact.list', {}, cadre, ({ items }) => items[0]?.contactId === contactId);
  await walk.step<List>('contact.holders', {}, youth, hasIt);
  type Looks = { looks: { look: string }[] };
  await walk.step<Looks>('privacy.record', {}, youth, ({ looks }) => looks.some(({ look }) => look === 'scan'));
  await textRead(walk, administrator, youth, !process.env.SMOKE_YOUTH_TOKEN);
  const two = { cadre, youth, contactId, today: before.today };
  if (!process.env.SMOKE_YOUTH_TOKEN) await lineRead(walk, administrator, two);
  await logs(walk, two);
  await walk.step<object>('contact.leave', { contactId, block: false, requestId: uuidv7() }, youth, () => true);
  await walk.step<List>('contact.list', {}, cadre, (list) => !hasIt(list));
  await acceptCard(walk, cadre, youth);
  await walk.step<Me>('org.me', {}, cadre, counts(counted));

  await invite(walk, administrator);
  const manager = await walk.step<Me>('org.me', {}, administrator, ({ administers }) => administers.length > 0);
  const orgId = manager.administers[0]?.orgId;
  if (!process.env.SMOKE_YOUTH_TOKEN) await days(walk, { cadre, administrator, orgId, today: before.today });
  if (!process.env.SMOKE_YOUTH_TOKEN) await messageCame(walk, administrator, youth, openid);
  await signInOnDesktop(walk, cadre);
  await goAway(walk, youth);
}

const [url] = process.argv.slice(2);
if (!url) {
  console.error('usage: npm run smoke -- <url>');
  process.exitCode = 2;
} else {
  main(url).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
