import type { DeploySettings, Part } from './settings';

/** A command, and what it is given beside the settings that every command sees. */
export interface Step {
  part: Part;
  title: string;
  command: readonly string[];
  env?: Record<string, string>;
}

/** Fetched when they deploy: they are large, and nobody else needs them. */
const TCB = ['npx', '--yes', '--package=@cloudbase/cli@2.12.10', 'tcb'];
const MINIPROGRAM_CI = ['npx', '--yes', '--package=miniprogram-ci@2.1.42', 'miniprogram-ci'];

/** The steps of these parts in the order in which nothing runs that what runs before it does not know. */
export function planFor(parts: readonly Part[], settings: DeploySettings): Step[] {
  const { APP_CLOUD_ENV = '', APP_WX_APPID = '', APP_CODE_HOST = '' } = settings;
  const { DEPLOY_DOOR = '', DEPLOY_UPLOAD_KEY = '', DEPLOY_VERSION = '' } = settings;
  const build = (name: string, env: Record<string, string> = {}): Omit<Step, 'part'> => ({
    title: `Build ${name}`,
    command: ['node', 'local/build.mjs', name],
    env,
  });
  const steps: Record<Part, Omit<Step, 'part'>[]> = {
    database: [{ title: 'Bring the database up to date', command: ['npx', 'tsx', 'local/deploy/database.ts'] }],
    functions: [
      build('functions'),
      {
        title: 'Deploy the functions with their settings and timers',
        command: [...TCB, 'fn', 'deploy', '--all', '--force', '--yes', '-e', APP_CLOUD_ENV],
      },
    ],
    web: [
      build('h5', { TARO_APP_DOOR: 'http', TARO_APP_API: '/api' }),
      { title: 'Upload the web app', command: [...TCB, 'hosting', 'deploy', 'dist/h5', '/', '-e', APP_CLOUD_ENV] },
    ],
    mini: [
      build('weapp', {
        TARO_APP_DOOR: DEPLOY_DOOR,
        TARO_APP_CLOUD_ENV: APP_CLOUD_ENV,
        TARO_APP_API: `${APP_CODE_HOST}/api`,
      }),
      {
        title: 'Upload the mini-program for review',
        command: [
          ...MINIPROGRAM_CI,
          'upload',
          '--appid',
          APP_WX_APPID,
          '--project-path',
          'dist/weapp',
          '--private-key-path',
          DEPLOY_UPLOAD_KEY,
          '--upload-version',
          DEPLOY_VERSION,
          '--upload-description',
          `到青年中去 ${DEPLOY_VERSION}`,
          '--threads',
          '0',
        ],
      },
    ],
  };
  return parts.flatMap((part) => steps[part].map((step) => ({ part, ...step })));
}
