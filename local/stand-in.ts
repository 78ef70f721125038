import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createFiles } from './cloudbase/files';
import { demoIsLoaded, loadDemo } from './demo/load';
import { FUNCTIONS } from './host/functions';
import { hostFunction, type HostedFunction } from './host/hosted-function';
import { clockEnvironment, functionEnvironment, type Environment } from './host/settings';
import { startTimer } from './host/timer';
import { CHECKOUT } from './places';
import { startCluster } from './postgres/cluster';
import { dropDatabase, prepareDatabase } from './postgres/database';
import { secretsOf } from './secrets';
import type { Front } from './web/front';
import { routes } from './web/routes';
import { createWeixin } from './weixin/weixin';

const DATABASE = 'youth';

export interface StandIn {
  url: string;
  ownerUrl: string;
  apiUrl: string;
  stop: () => Promise<void>;
}

interface Start {
  front: Front;
  dataDir: string;
  /** Throws away what was there before, so that a test begins with the demo as it was loaded. */
  afresh?: boolean;
  staleIdentity?: boolean;
  /** Which build of the web app is served. */
  screens?: 'h5' | 'gallery';
}

/** Puts everything behind the front that the cloud and WeChat are elsewhere. The builds must be there. */
export async function startStandIn({
  front,
  dataDir,
  afresh,
  staleIdentity = false,
  screens = 'h5',
}: Start): Promise<StandIn> {
  const cluster = await startCluster({ dataDir });
  try {
    if (afresh) await dropDatabase(cluster, DATABASE);
    await prepareDatabase(cluster, dataDir, DATABASE);
    const ownerUrl = cluster.ownerUrl(DATABASE);
    const apiUrl = cluster.apiUrl(DATABASE);
    const secrets = secretsOf(dataDir);
    if (!(await demoIsLoaded(ownerUrl))) await loadDemo(ownerUrl, { fieldKey: secrets.fieldKey });
    const log = openSync(join(dataDir, 'functions.log'), 'w');
    const envOf: Record<string, Environment> = {
      api: functionEnvironment({ url: front.url, apiUrl, secrets, staleIdentity }),
      clock: clockEnvironment({ url: front.url, clockUrl: cluster.clockUrl(DATABASE), secrets, staleIdentity }),
    };
    const functions = FUNCTIONS.map((config) =>
      hostFunction({ config, file: packed(config.name), env: envOf[config.name] ?? {}, log }),
    );
    const stopTimer = startTimer(functions);
    front.serve(
      routes({
        functions,
        weixin: createWeixin(secrets.weixinSecret),
        files: createFiles(join(dataDir, 'files')),
        screens: join(CHECKOUT, 'dist', screens),
        ownerUrl,
        sealKey: secrets.sealKey,
      }),
    );
    return {
      url: front.url,
      ownerUrl,
      apiUrl,
      stop: () => {
        stopTimer();
        return stopAll(functions, log, cluster.stop);
      },
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

const packed = (name: string): string => join(CHECKOUT, 'dist/cloudfunctions', name, 'index.js');

async function stopAll(functions: HostedFunction[], log: number, stopCluster: () => Promise<void>): Promise<void> {
  await Promise.all(functions.map((one) => one.stop()));
  closeSync(log);
  await stopCluster();
}
