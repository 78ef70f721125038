import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFront, type Front } from '../../local/web/front';
import { fileFor, serveFile } from '../../local/web/static';
import { until } from '../support/until';

let folder: string;
let h5: string;
let front: Front;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'youth-web-'));
  h5 = join(folder, 'h5');
  mkdirSync(join(h5, 'js'), { recursive: true });
  mkdirSync(join(folder, 'h5-secret'));
  writeFileSync(join(h5, 'index.html'), '<html>');
  writeFileSync(join(h5, 'js/app.0123abcd.js'), 'app');
  writeFileSync(join(folder, 'secrets.json'), '{}');
  writeFileSync(join(folder, 'h5-secret/a'), 'a');
  front = await openFront(0);
  front.serve((incoming, response, url) => serveFile(incoming, response, h5, url.pathname));
});

afterAll(async () => {
  await front.close();
  rmSync(folder, { recursive: true });
});

describe('the built web app', () => {
  it.each(['/', '/s/Y8zT0cPqgk1m2r3s4t5u6vw'])('%s is the app', (path) => {
    expect(fileFor(h5, path)).toBe(join(h5, 'index.html'));
  });

  it.each([
    '/../secrets.json',
    '/%2e%2e/secrets.json',
    '/..%2fsecrets.json',
    '/..%5csecrets.json',
    '/../h5-secret/a',
    '/js',
    '/index.html%00.js',
    '/%',
    '/no',
  ])('%s is nothing', (path) => {
    expect(fileFor(h5, path)).toBeNull();
  });

  it('comes packed, typed, and is kept when its name changes with its content', async () => {
    const script = await fetch(`${front.url}/js/app.0123abcd.js`);
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(await script.text()).toBe('app');
    expect((await fetch(front.url)).headers.get('cache-control')).toBe('no-cache');
  });
});

it('whoever leaves before a page is there is no failure', async () => {
  writeFileSync(join(h5, 'js/large.bin'), Buffer.alloc(30_000_000, 1));
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const gone = jest.fn();
  front.serve((incoming, response, url) => serveFile(incoming, response, h5, url.pathname).finally(gone));
  const { port } = new URL(front.url);
  const socket = connect(Number(port), '127.0.0.1', () =>
    socket.write(`GET /js/large.bin HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n\r\n`),
  );
  await new Promise((resolve) => socket.once('data', resolve));
  socket.destroy();
  await until(() => gone.mock.calls.length === 1);
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

describe('who is answered', () => {
  const statusFor = (host: string, path = '/') =>
    new Promise((resolve, reject) => {
      request(front.url, { headers: { host }, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it.each([
    ['127.0.0.1:8126', 200],
    ['localhost', 200],
    ['youth.example.org', 421],
    ['127.0.0.1.example.org', 421],
    ['localhost:8126@example.org', 421],
  ])('a request to %s gets %i', async (host, status) => {
    expect(await statusFor(host)).toBe(status);
  });

  it('an address that is none gets 400', async () => {
    expect(await statusFor('localhost', '//')).toBe(400);
  });
});
