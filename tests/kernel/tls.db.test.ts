import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { connectionOf } from '../../cloudfunctions/api/kernel/connection';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { serverAccount } from '../../local/postgres/account';
import { aServer, type Server } from '../support/server';

jest.setTimeout(60_000);

let server: Server;
let folder: string;
const before = { ...process.env };

const file = (name: string): string => join(folder, name);
const text = (name: string): string => readFileSync(file(name), 'utf8');
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

const anAuthority = (name: string) =>
  openssl(
    'req',
    '-x509',
    ...NEW_KEY,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.pem`,
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
  );

/** A server's certificate by the first authority, for one address. */
function certified(name: string, address: string): void {
  openssl('req', ...NEW_KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
  writeFileSync(file('names'), `subjectAltName=IP:${address}`);
  const signing = ['-CA', 'ours.pem', '-CAkey', 'ours.key', '-CAcreateserial', '-days', '2', '-extfile', 'names'];
  openssl('x509', '-req', '-in', `${name}.csr`, ...signing, '-out', `${name}.crt`);
}

/** From now on the server has TLS, with this certificate. */
async function serve(name: string): Promise<void> {
  for (const kind of ['key', 'crt']) {
    const place = join(server.dataDir, 'pgdata', `server.${kind}`);
    writeFileSync(place, text(`${name}.${kind}`), { mode: 0o600 });
    const account = serverAccount();
    if (account) chownSync(place, account.uid, account.gid);
  }
  await server.command('alter system set ssl = on');
  await server.command('select pg_reload_conf()');
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'youth-tls-'));
  anAuthority('ours');
  anAuthority('theirs');
  certified('right', '127.0.0.1');
  certified('elsewhere', '127.0.0.2');
  server = await aServer('tls');
});
afterAll(async () => {
  process.env = before;
  await server.end();
  rmSync(folder, { recursive: true });
});

function settings(more: Record<string, string>): Record<string, string> {
  const url = new URL(server.apiUrl);
  return {
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGDATABASE: url.pathname.slice(1),
    PGUSER: url.username,
    PGPASSWORD: decodeURIComponent(url.password),
    ...more,
  };
}

/** What a function finds that is given these: whether it speaks with the server in secret. */
async function isSecret(tls: string, ca = ''): Promise<boolean | undefined> {
  process.env = { ...before, ...settings({ APP_PG_TLS: tls, APP_PG_CA: ca }) };
  const db = openDatabase(undefined, { max: 1 });
  try {
    return await db.transaction(async (tx) => {
      const [{ rows }] = await Promise.all([
        sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(tx),
        sql`select 1`.execute(tx),
      ]);
      return rows[0]?.ssl;
    });
  } finally {
    await db.end();
  }
}

describe('the database of a function', () => {
  it('a server without TLS is spoken to where none is wanted, and nowhere else', async () => {
    expect(await isSecret('off')).toBe(false);
    await expect(isSecret('on')).rejects.toThrow('does not support SSL');
    await expect(isSecret('verify', text('ours.pem'))).rejects.toThrow('does not support SSL');
  });

  it('with the authority’s certificate the server is known, on several lines or on one', async () => {
    await serve('right');
    expect(await isSecret('verify', text('ours.pem'))).toBe(true);
    expect(await isSecret('verify', text('ours.pem').replaceAll('\n', '\\n'))).toBe(true);
    expect(await isSecret('on')).toBe(true);
  });

  it('by another authority’s certificate it is refused', async () => {
    await expect(isSecret('verify', text('theirs.pem'))).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|SIGNATURE/) as string,
    });
  });

  it('with a certificate for another address it is refused', async () => {
    await serve('elsewhere');
    await expect(isSecret('verify', text('ours.pem'))).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });
});

describe('its settings', () => {
  const good = () => settings({ APP_PG_TLS: 'off' });

  it.each(['PGHOST', 'PGPORT', 'PGDATABASE', 'PGUSER', 'PGPASSWORD', 'APP_PG_TLS'])(
    '%s: missing, it is named, and no value is',
    (name) => {
      const refused = () => connectionOf({ ...good(), [name]: undefined });
      expect(refused).toThrow(name);
      expect(refused).not.toThrow(good().PGPASSWORD);
    },
  );

  it.each(['', 'not a certificate'])('to verify, a certificate is needed: "%s" is none', (ca) => {
    expect(() => connectionOf({ ...good(), APP_PG_TLS: 'verify', APP_PG_CA: ca })).toThrow('APP_PG_CA');
  });
});
