import { httpDoor } from '../../cloudfunctions/api/doors/http';
import { CODE_HOST } from '../support/house';
import type { World } from '../support/world';

export const CHROME_ON_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0.0.0 Safari/537.36';

interface Heard {
  status: number;
  cookie: string | null;
  output: Record<string, unknown>;
  code: string | null;
}

export interface Desktop {
  post: (operation: string, input: object, headers?: Record<string, string>) => Promise<Heard>;
}

/** A browser before the HTTP door, with the cookie that it has been given. */
export function aDesktop({ house }: World, at: () => Date = () => new Date()): Desktop {
  let jar: string | null = null;
  return {
    async post(operation, input, headers = {}) {
      const event = {
        path: `/api/${operation.replace('.', '/')}`,
        httpMethod: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': CHROME_ON_WINDOWS,
          origin: CODE_HOST,
          ...(jar ? { cookie: jar } : {}),
          ...headers,
        },
        body: JSON.stringify(input),
      };
      const { statusCode, headers: sent, body } = await httpDoor(house, event, at());
      const cookie = sent['set-cookie']?.split(';')[0] ?? null;
      if (cookie) jar = cookie;
      const answer = JSON.parse(body) as { output?: Record<string, unknown>; error?: { code: string } };
      return { status: statusCode, cookie, output: answer.output ?? {}, code: answer.error?.code ?? null };
    },
  };
}

/** The code on its screen, and the secret that it keeps for itself. */
export async function askOn(desktop: Desktop): Promise<{ text: string; secret: string }> {
  const { output } = await desktop.post('account.askSignIn', {});
  return output as { text: string; secret: string };
}
