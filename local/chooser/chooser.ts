import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { deviceWords } from '../../cloudfunctions/api/doors/device';
import { demoPeople } from '../demo/people';
import { APP_ID } from '../host/functions';
import { cookieOf, readBody, sendPage, sendText } from '../web/exchange';
import { isSomebodys, mintNewcomer, mintSession } from './mint';
import { chooserPage, type Choice } from './page';

const NEWCOMER: Choice = {
  key: 'newcomer',
  name: '一位新来的人',
  group: 'youth',
  field: null,
  line: '第一次打开，还没有登记',
  note: '从告知与同意开始',
};

const LONGEST_FORM = 1024;

interface Behind {
  ownerUrl: string;
  sealKey: string;
}

/** Shows whom one can be. */
export async function showChooser(response: ServerResponse, { ownerUrl }: Behind): Promise<void> {
  sendPage(response, chooserPage([...(await demoPeople(ownerUrl)), NEWCOMER]));
}

/** Signs the browser in as the person chosen, as WeChat's confirmation does elsewhere. */
export async function choose(request: IncomingMessage, response: ServerResponse, behind: Behind): Promise<void> {
  if (request.headers.origin !== `http://${request.headers.host}`) {
    return sendText(response, 403, 'Only the page of the stand-in itself may choose.');
  }
  const form = new URLSearchParams((await readBody(request, LONGEST_FORM))?.toString('utf8'));
  const session = await sessionFor(form.get('key'), behind, deviceWords(request.headers['user-agent']));
  if (!session) return sendText(response, 404, 'There is nobody of that name in the demo.');
  const cookie = `sid=${session.token}; Path=/; HttpOnly; SameSite=Lax; Expires=${session.expiresAt.toUTCString()}`;
  go(response, cookie, whereTo(request));
}

export const forget = (response: ServerResponse): void =>
  go(response, 'sid=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0', '/');

function go(response: ServerResponse, cookie: string, location: string): void {
  response.writeHead(303, { location, 'set-cookie': cookie }).end();
}

/** Who came with a code's link goes on with it. */
function whereTo({ headers: { referer = '' } }: IncomingMessage): string {
  const { pathname } = URL.canParse(referer) ? new URL(referer) : { pathname: '/' };
  return pathname.startsWith('/s/') ? pathname : '/';
}

/** Somebody has been chosen in this browser, and is still there. */
export async function isChosen(request: IncomingMessage, { ownerUrl, sealKey }: Behind): Promise<boolean> {
  const token = cookieOf(request, 'sid');
  return token !== undefined && isSomebodys(ownerUrl, sealKey, token);
}

async function sessionFor(key: string | null, { ownerUrl, sealKey }: Behind, device: string) {
  if (key === NEWCOMER.key) return mintNewcomer(sealKey, { appId: APP_ID, openid: newOpenid() });
  const person = (await demoPeople(ownerUrl)).find((one) => one.key === key);
  return person ? mintSession(ownerUrl, person.personId, device) : null;
}

/** 28 characters, as WeChat's are. */
const newOpenid = (): string => `o${randomBytes(20).toString('base64url')}`;
