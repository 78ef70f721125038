import { randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { OperationName } from '../types/contract';
import { openidOf } from './demo/cast';

/**
 * Walks the main job through the HTTP door of a running house and reads back what it wrote:
 * `npm run smoke -- <url>`. On the laptop both people sign in with the stand-in's codes; for a real deployment
 * SMOKE_CADRE_TOKEN and SMOKE_YOUTH_TOKEN name the sessions of a test cadre and of a test youth.
 */
const DEMO_CADRE = openidOf('he-zhiyuan');

type Answer = { ok: true; output: unknown } | { ok: false; error: { code: string } };

class Walk {
  constructor(private readonly url: string) {}

  private async post(path: string, body: object, token?: string): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    }).catch((cause: unknown) => {
      throw new Error(`${this.url} cannot be reached`, { cause });
    });
    return response.json();
  }

  async step<Output>(
    operation: OperationName,
    input: object,
    token: string | undefined,
    good: (output: Output) => boolean,
  ): Promise<Output> {
    const answer = (await this.post(`/api/${operation.replace('.', '/')}`, input, token)) as Answer;
    if (!answer.ok) throw new Error(`${operation} was answered with ${answer.error.code}`);
    if (!good(answer.output as Output)) throw new Error(`${operation} answered, but not with what was expected`);
    console.log(`ok ${operation}`);
    return answer.output as Output;
  }

  async signIn(openid: string): Promise<string> {
    const { code } = (await this.post('/local/login-code', { openid })) as { code: string };
    const { token } = await this.step<{ token: string }>(
      'org.signIn',
      { code },
      undefined,
      (output) => output.token !== '',
    );
    return token;
  }
}

/** A youth who has just come: signs in, reads the notice, agrees, registers. */
async function newYouth(walk: Walk): Promise<string> {
  const ticket = await walk.signIn(`oSMOKE${randomUUID().slice(0, 20)}`);
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

async function main(url: string): Promise<void> {
  const walk = new Walk(url.replace(/\/$/, ''));
  const cadre = process.env.SMOKE_CADRE_TOKEN ?? (await walk.signIn(DEMO_CADRE));
  const youth = process.env.SMOKE_YOUTH_TOKEN ?? (await newYouth(walk));

  type Me = { cadre: { standing: { counted: number } } | null };
  const before = await walk.step<Me>('org.me', {}, cadre, (me) => me.cadre !== null);
  const countedBefore = before.cadre?.standing.counted ?? 0;
  const { codes } = await walk.step<{ codes: { text: string }[] }>(
    'contact.code',
    { kind: 'youth' },
    youth,
    (output) => output.codes.length > 0,
  );
  const text = codes[0]?.text ?? '';
  await walk.step<{ kind: string }>('contact.preview', { text }, cadre, (preview) => preview.kind === 'youth');
  const request = { text, requestId: uuidv7() };
  const { contactId } = await walk.step<{ contactId: string }>(
    'contact.register',
    request,
    cadre,
    (made) => made.contactId !== '',
  );
  await walk.step<{ contactId: string }>('contact.register', request, cadre, (again) => again.contactId === contactId);
  await walk.step<Me>('org.me', {}, cadre, (me) => me.cadre?.standing.counted === countedBefore + 1);
  type List = { items: { contactId: string }[] };
  await walk.step<List>('contact.list', {}, cadre, ({ items }) => items[0]?.contactId === contactId);
  await walk.step<List>('contact.holders', {}, youth, ({ items }) =>
    items.some((holder) => holder.contactId === contactId),
  );
  type Looks = { looks: { look: string }[] };
  await walk.step<Looks>('privacy.record', {}, youth, ({ looks }) => looks.some(({ look }) => look === 'scan'));
  await walk.step<object>('contact.leave', { contactId, block: false, requestId: uuidv7() }, youth, () => true);
  await walk.step<List>('contact.list', {}, cadre, ({ items }) => items.every((item) => item.contactId !== contactId));
  await walk.step<Me>('org.me', {}, cadre, (me) => me.cadre?.standing.counted === countedBefore);
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
