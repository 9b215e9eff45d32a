import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorCode, usageError } from '../../errors.js';
import type { Asset } from './assets.js';
import type { ServedFile } from './served-files.js';

/** The address that is listened to: this machine's own. */
const HOST = '127.0.0.1';

/**
 * Headers of every answer: the page may load its own scripts, styles and fonts, ask its own server, and nothing else; no text
 * becomes code or markup but through the page's one policy; no other page may show it, hold it or read it.
 */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    // The kernel of the engine is WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types tandem',
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** A page being served. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves the page on 127.0.0.1: the page's own files and, as `/file?path=…`, those of `files`. Answers only GET and HEAD, and only
 * requests that call it by its own name, so that no other site can reach it by a name of its own.
 *
 * @param port 0 for any that is free
 * @throws a usage error where the port is taken or not allowed
 */
export async function servePage(
  port: number,
  assets: ReadonlyMap<string, Asset>,
  files: (path: string) => ServedFile,
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const { port: own } = server.address() as AddressInfo;
    answer(request, response, own, assets, files);
  });
  // Whoever announces a body and waits to be told to send it is answered instead.
  server.on('checkContinue', (request, response) => server.emit('request', request, response));
  await listen(server, port);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${taken}/`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = errorCode(error);
      if (code === 'EADDRINUSE') {
        reject(
          usageError(`--port ${port}: something else uses this port`, 'Name another, or none to have one chosen.'),
        );
      } else if (code === 'EACCES') {
        reject(usageError(`--port ${port}: no permission to use it`, 'Name one above 1023.'));
      } else reject(error);
    });
    server.listen(port, HOST, resolve);
  });
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
  assets: ReadonlyMap<string, Asset>,
  files: (path: string) => ServedFile,
): void {
  const send = (status: number, type: string, body: string | Uint8Array, more: Record<string, string> = {}): void => {
    response.writeHead(status, {
      ...SECURITY_HEADERS,
      'Content-Type': type,
      'Content-Length': Buffer.byteLength(body),
      ...more,
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const refuse = (status: number, reason: string, more?: Record<string, string>): void =>
    send(status, 'text/plain; charset=utf-8', `${reason}\n`, more);
  const refusal = refusalOf(request, port);
  if (refusal !== null) {
    const close = hasBody(request);
    // A body is not read: the connection ends with the answer.
    if (close) response.once('finish', () => request.socket.destroySoon());
    refuse(refusal.status, refusal.reason, {
      ...(refusal.status === 405 ? { Allow: 'GET, HEAD' } : {}),
      ...(close ? { Connection: 'close' } : {}),
    });
    return;
  }
  // Not through URL, which would resolve dots; an address is known as it is written or not at all.
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  const wanted = path === '/file' ? new URLSearchParams(query).get('path') : null;
  if (wanted !== null) {
    const file = files(wanted);
    if ('status' in file) refuse(file.status, file.reason);
    else send(200, 'application/octet-stream', file.bytes);
    return;
  }
  const asset = assets.get(path);
  if (asset === undefined) refuse(404, 'no such page');
  else if (typeof asset.body !== 'function') send(200, asset.type, asset.body);
  else {
    asset.body().then(
      (body) => send(200, asset.type, body),
      (error: unknown) => refuse(500, error instanceof Error ? error.message : String(error)),
    );
  }
}

/** The reason why a request is not answered, whatever it asks for; null where it is. */
function refusalOf(request: IncomingMessage, port: number) {
  const { method, url, headers } = request;
  const names = [`${HOST}:${port}`, `localhost:${port}`];
  // A name that leads here but is not ours belongs to a page that wants to read this one.
  if (!names.includes(headers.host ?? '')) {
    return { status: 403, reason: `this server answers only to ${HOST}:${port}` };
  }
  // Browsers that do not say how a page asks still say which page does.
  if (headers.origin !== undefined && !names.some((name) => headers.origin === `http://${name}`)) {
    return { status: 403, reason: 'other pages may not ask this server' };
  }
  // A link in another page may lead a person here, to a page of its own that the other can neither hold nor read.
  const followed = url === '/' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  if (!followed && !['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined)) {
    return { status: 403, reason: 'other pages may not ask this server' };
  }
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'only GET and HEAD are answered' };
  if (hasBody(request)) return { status: 413, reason: 'a request has no body here' };
  return null;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
}
