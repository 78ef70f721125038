/** The platform's context: only `environment` (or the older `environ`) is read, never process.env, which may hold an earlier caller. */
export interface PlatformContext {
  environment?: unknown;
  environ?: unknown;
  request_id?: unknown;
}

export type PlatformEnv = Record<string, string | undefined>;

function parseEnviron(text: string): PlatformEnv {
  const pairs = text.split(';').map((part): [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, at), part.slice(at + 1)];
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}

/** The text holds credentials, and a parser's message would quote it. */
function parseEnvironment(text: string): PlatformEnv {
  try {
    return JSON.parse(text) as PlatformEnv;
  } catch {
    throw new Error("the platform's environment is not JSON");
  }
}

export function platformEnv(context: PlatformContext): PlatformEnv {
  if (typeof context.environment === 'string' && context.environment) return parseEnvironment(context.environment);
  return parseEnviron(typeof context.environ === 'string' ? context.environ : '');
}

type Door = 'wx' | 'http' | 'timer' | 'refused';

const hasUser = (env: PlatformEnv): boolean => Boolean(env.WX_OPENID || env.TCB_UUID || env.TCB_CUSTOM_USER_ID);

/** Which door a call came through: the context decides before the event's shape, which a client can imitate. */
export function doorOf(event: Record<string, unknown>, env: PlatformEnv): Door {
  if (hasUser(env)) return env.WX_OPENID ? 'wx' : 'refused';
  if (env.TRIGGER_SRC === 'timer' || event.Type === 'Timer') return 'timer';
  const isHttp =
    typeof event.httpMethod === 'string' &&
    typeof event.path === 'string' &&
    typeof event.headers === 'object' &&
    event.headers !== null;
  return isHttp ? 'http' : 'refused';
}
