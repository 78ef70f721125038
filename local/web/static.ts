import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sendText } from './exchange';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg']);

/** What a built file carries in its name, so that it can be kept for ever. */
const HASHED = /\.[0-9a-f]{8,}\.(js|css|png|svg|jpg|woff2)$/;

export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self)',
};

/** Serves one folder, and its `index.html` for the addresses that the app itself understands. */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  path: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Only to be read.');
  const file = fileFor(folder, path);
  if (!file) return sendText(response, 404, 'There is nothing here.');
  const extension = extname(file);
  const gzip = COMPRESSED.has(extension) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(gzip ? { 'content-encoding': 'gzip' } : {}),
  });
  if (request.method === 'HEAD') return void response.end();
  const content = createReadStream(file);
  if (gzip) await pipeline(content, createGzip(), response);
  else await pipeline(content, response);
}

export function fileFor(folder: string, path: string): string | null {
  const wanted = path === '/' || path.startsWith('/s/') ? '/index.html' : decoded(path);
  if (wanted === null || wanted.includes('\0')) return null;
  const file = join(folder, wanted);
  if (!file.startsWith(folder + sep)) return null;
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
