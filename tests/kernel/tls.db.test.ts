import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { generate } from 'selfsigned';
import { connectionOf } from '../../cloudfunctions/api/kernel/connection';
import { openDatabase } from '../../cloudfunctions/api/kernel/db';
import { serverAccount } from '../../local/postgres/account';
import { aServer, type Server } from '../support/server';

jest.setTimeout(60_000);

let server: Server;
const before = { ...process.env };

interface Certified {
  private: string;
  cert: string;
}
let ours: Certified;
let theirs: Certified;

const EC = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

const anAuthority = (name: string): Promise<Certified> =>
  generate([{ name: 'commonName', value: name }], {
    ...EC,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });

/** A server's certificate by the first authority, for one address. */
const certified = (address: string): Promise<Certified> =>
  generate([{ name: 'commonName', value: 'server' }], {
    ...EC,
    ca: { key: ours.private, cert: ours.cert },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: address }] }],
  });

/** From now on the server has TLS, with this certificate. */
async function serve({ private: key, cert }: Certified): Promise<void> {
  for (const [kind, text] of Object.entries({ key, crt: cert })) {
    const place = join(server.dataDir, 'pgdata', `server.${kind}`);
    writeFileSync(place, text, { mode: 0o600 });
    const account = serverAccount();
    if (account) chownSync(place, account.uid, account.gid);
  }
  await server.command('alter system set ssl = on');
  await server.command('select pg_reload_conf()');
}

beforeAll(async () => {
  ours = await anAuthority('ours');
  theirs = await anAuthority('theirs');
  server = await aServer('tls');
});
afterAll(async () => {
  process.env = before;
  await server.end();
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
    await expect(isSecret('verify', ours.cert)).rejects.toThrow('does not support SSL');
  });

  it('with the authority’s certificate the server is known, on several lines or on one', async () => {
    await serve(await certified('127.0.0.1'));
    expect(await isSecret('verify', ours.cert)).toBe(true);
    expect(await isSecret('verify', ours.cert.replaceAll('\n', '\\n'))).toBe(true);
    expect(await isSecret('on')).toBe(true);
  });

  it('by another authority’s certificate it is refused', async () => {
    await expect(isSecret('verify', theirs.cert)).rejects.toMatchObject({
      code: expect.stringMatching(/CERT|SIGNATURE/) as string,
    });
  });

  it('with a certificate for another address it is refused', async () => {
    await serve(await certified('127.0.0.2'));
    await expect(isSecret('verify', ours.cert)).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
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
