import { randomUUID } from 'node:crypto';
import { APP_ID, ENVIRONMENT_ID, type FunctionConfig } from './functions';

/** What the platform tells a function about a call. */
type CallEnvironment = Record<string, string>;

/** The part of a function's second argument that is data; the function's own process adds the methods. */
export interface ContextData {
  request_id: string;
  memory_limit_in_mb: number;
  time_limit_in_ms: number;
  environment: string;
  environ: string;
  function_version: string;
  function_name: string;
  namespace: string;
  tencentcloud_region: string;
  tencentcloud_appid: string;
  tencentcloud_uin: string;
}

export function contextFor(config: FunctionConfig, environment: CallEnvironment): ContextData {
  return {
    request_id: randomUUID(),
    memory_limit_in_mb: config.memoryMb,
    time_limit_in_ms: config.timeoutMs,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    function_version: '$LATEST',
    function_name: config.name,
    namespace: ENVIRONMENT_ID,
    tencentcloud_region: 'ap-guangzhou',
    tencentcloud_appid: '1250000000',
    tencentcloud_uin: '100000000001',
  };
}

/** A person in the mini-program, whom WeChat has recognised. */
export function miniProgramEnvironment(openid: string, address: string): CallEnvironment {
  return {
    ...named('WX_CONTEXT_KEYS', { WX_CLIENTIP: address, WX_APPID: APP_ID, WX_OPENID: openid }),
    ...named('TCB_CONTEXT_KEYS', { ...platform(), TCB_ISANONYMOUS_USER: 'false', TCB_SOURCE: 'wx_client' }),
    SCF_NAMESPACE: ENVIRONMENT_ID,
  };
}

/** A call through HTTP access: the platform knows nobody. */
export function httpEnvironment(): CallEnvironment {
  return { ...named('TCB_CONTEXT_KEYS', platform()), SCF_NAMESPACE: ENVIRONMENT_ID };
}

/** A timer's call: nobody is behind it. */
export function timerEnvironment(): CallEnvironment {
  return { ...named('TCB_CONTEXT_KEYS', { ...platform(), TRIGGER_SRC: 'timer' }), SCF_NAMESPACE: ENVIRONMENT_ID };
}

const platform = (): CallEnvironment => ({
  TCB_ENV: ENVIRONMENT_ID,
  TCB_SEQID: `${Date.now()}_${Math.random()}_${process.pid}`,
  TRIGGER_SRC: 'tcb',
});

/** The platform lists the names that it gives, comma-separated, beside them. */
const named = (list: string, values: CallEnvironment): CallEnvironment => ({
  ...values,
  [list]: Object.keys(values).join(','),
});
