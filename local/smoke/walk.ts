import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationName } from '../../types/contract';

type Answer = { ok: true; output: unknown } | { ok: false; error: { code: string } };

/** Calls through the HTTP door of a running house, each named as it is answered. */
export class Walk {
  constructor(private readonly url: string) {}

  async post(path: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
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
    const answer = await this.answer(operation, input, token);
    if (!answer.ok) throw new Error(`${operation} was answered with ${answer.error.code}`);
    if (!good(answer.output as Output)) throw new Error(`${operation} answered, but not with what was expected`);
    console.log(`ok ${operation}`);
    return answer.output as Output;
  }

  /** A call that has to be refused, made under whom the phone takes itself to be. */
  async refused(
    operation: OperationName,
    input: object,
    token: string | undefined,
    code: string,
    sender?: string,
  ): Promise<void> {
    const answer = await this.answer(operation, input, token, sender ? { 'x-sender': sender } : {});
    const got = answer.ok ? 'an output' : answer.error.code;
    if (got !== code) throw new Error(`${operation} was answered with ${got} and not with ${code}`);
    console.log(`ok ${operation} refused, ${code}`);
  }

  private answer(operation: OperationName, input: object, token?: string, headers?: Record<string, string>) {
    const bearer: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    return this.post(`/api/${operation.replace('.', '/')}`, input, { ...bearer, ...headers }) as Promise<Answer>;
  }

  /** Fires the clock until WeChat has sent somebody something. */
  async sent(openid: string): Promise<void> {
    for (let tried = 0; tried < 10; tried++) {
      await this.post('/local/clock', {});
      const page = await (await fetch(`${this.url}/local/weixin`)).text();
      // Below it stands what WeChat was asked, which names the openid before anything is sent.
      const delivered = page.split('送出的订阅消息')[1]?.split('问过微信的')[0] ?? '';
      if (delivered.includes(openid)) return console.log('ok a message came');
      await sleep(1000);
    }
    throw new Error('no message came');
  }

  async signIn(openid: string): Promise<string> {
    const { code } = (await this.post('/local/weixin/login-code', { openid })) as { code: string };
    const { token } = await this.step<{ token: string }>(
      'org.signIn',
      { code },
      undefined,
      (output) => output.token !== '',
    );
    return token;
  }
}
