import http from 'node:http';
import { standIn } from '../stand-in';

/** What `wx.cloud.callFunction` succeeds or fails with. */
export type Called = { result: unknown; errMsg: string } | { errCode: number; errMsg: string };

/** An answer of an HTTP door, and what it said. */
export interface Replied {
  statusCode: number;
  data: unknown;
}

interface Post {
  url: string;
  header?: Record<string, string>;
  data: object;
}

/** Asks by node's own means: jsdom has no fetch, as a mini-program has none. */
export function post({ url, header = {}, data }: Post): Promise<Replied> {
  const body = JSON.stringify(data);
  const headers = { ...header, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          statusCode: response.statusCode ?? 0,
          data: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown,
        }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** `wx.cloud.callFunction` through the stand-in's wx door, in the name of one WeChat account. */
export const callFunctionAs = async (openid: string, name: string, data: object): Promise<Called> =>
  (await post({ url: `${standIn().url}/wx/callFunction`, data: { name, data, openid } })).data as Called;

/** The output of an operation that is asked past every screen. */
export async function askAs<Output>(openid: string, op: string, input: object): Promise<Output> {
  const { result } = (await callFunctionAs(openid, 'api', { op, input })) as { result: { output: Output } };
  return result.output;
}

/** WeChat remembers that somebody allows one message. */
export const acceptMessage = (openid: string, templateId: string): Promise<Replied> =>
  post({ url: `${standIn().url}/local/weixin/accept`, data: { openid, templateId } });

/** A page of the stand-in, as text. */
export const pageAt = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    http
      .get(`${standIn().url}${path}`, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve(text));
      })
      .on('error', reject);
  });
