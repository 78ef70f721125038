import { connect } from 'node:net';

/** A request as its bytes go over the wire; nothing corrects what a client would not send. */
export interface Sent {
  method: string;
  path: string;
  headers: [name: string, value: string][];
  body: Buffer;
}

/** Null when the server hung up without a word. */
export type Received = { status: number; headers: Record<string, string>; body: string } | null;

/** HTTP/1.0, so that an answer is what comes until the end. */
const headOf = ({ method, path, headers, body }: Sent, port: number): string =>
  [
    `${method} ${path} HTTP/1.0`,
    `host: 127.0.0.1:${port}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    '',
    '',
  ].join('\r\n');

export function exchange(port: number, sent: Sent): Promise<Received> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(read(Buffer.concat(chunks).toString('utf8'))));
    socket.write(Buffer.concat([Buffer.from(headOf(sent, port), 'latin1'), sent.body]));
  });
}

function read(text: string): Received {
  const [, status, head = '', body = ''] = /^HTTP\/1\.1 (\d{3})[^\r]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(text) ?? [];
  if (!status) return null;
  const headers = head.split('\r\n').map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return { status: Number(status), headers: Object.fromEntries(headers), body };
}
