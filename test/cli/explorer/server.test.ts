import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFiles } from '../../../cli/explorer/server/served-files.js';
import { type RunningServer, servePage } from '../../../cli/explorer/server/server.js';
import { createFileReader } from '../../../cli/read-file.js';

const SECRET = 'not to be had';

describe('The server of the what-if page', () => {
  let around: string;
  let folder: string;
  let server: RunningServer;

  beforeAll(async () => {
    around = mkdtempSync(join(tmpdir(), 'tandem-explore-'));
    folder = join(around, 'inside');
    mkdirSync(join(folder, 'deep'), { recursive: true });
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(around, 'inside-not'));
    writeFileSync(join(folder, 'mine.yaml'), 'title: mine\n');
    writeFileSync(join(folder, 'deep/ü & ?.csv'), 'a,b\n');
    for (const secret of ['secret.yaml', 'inside-not/secret.yaml', 'inside/.git/config', 'inside/.env'])
      writeFileSync(join(around, secret), SECRET);
    symlinkSync(join(around, 'secret.yaml'), join(folder, 'link.yaml'));
    symlinkSync(around, join(folder, 'way-out'));
    symlinkSync(join(folder, 'mine.yaml'), join(folder, 'deep/inner-link.yaml'));
    const assets = new Map([['/', { type: 'text/html; charset=utf-8', body: '<p>page</p>' }]]);
    server = await servePage(
      0,
      assets,
      serveFiles([folder], (path) => createFileReader().read(path)),
    );
  });
  afterAll(async () => {
    await server?.close();
    rmSync(around, { recursive: true, force: true });
  });

  const ask = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
    new Promise<{ status: number; body: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: server.port, path, ...options }, (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }));
      });
      sent.on('error', reject);
      sent.end();
    });
  const file = (path: string) => ask(`/file?path=${encodeURIComponent(path)}`);

  it('serves files of its folder, whatever their names', async () => {
    expect(await file(join(folder, 'mine.yaml'))).toMatchObject({ status: 200, body: 'title: mine\n' });
    expect(await file(join(folder, 'deep/../mine.yaml'))).toMatchObject({ status: 200 });
    expect(await file(join(folder, 'deep/ü & ?.csv'))).toMatchObject({ status: 200, body: 'a,b\n' });
    expect(await file(join(folder, 'deep/inner-link.yaml'))).toMatchObject({ status: 200 });
    expect((await file(join(folder, 'none.yaml'))).status).toBe(404);
  });

  it('serves nothing outside it, however the way out is written', async () => {
    const ways = [
      ...[
        'secret.yaml',
        'inside/../secret.yaml',
        'inside/link.yaml',
        'inside/way-out/secret.yaml',
        'inside-not/secret.yaml',
      ],
      ...['inside/.git/config', 'inside/.env', 'inside/deep', 'inside'],
    ].map((path) => join(around, path));
    const relative = [
      '../secret.yaml',
      '..\\secret.yaml',
      '/etc/passwd',
      'C:\\Windows\\win.ini',
      '',
      'mine.yaml\0.csv',
      '\0',
    ];
    for (const path of [...ways, ...relative, `${folder}/../secret.yaml`, `${folder}/deep/../../secret.yaml`]) {
      const { status, body } = await file(path);
      expect([path, [403, 404].includes(status), body.includes(SECRET)]).toEqual([path, true, false]);
    }
    const raw = [
      ...[
        '/../secret.yaml',
        '/%2e%2e/secret.yaml',
        '/..%2fsecret.yaml',
        '//etc/passwd',
        '/file',
        '/file/',
        '/file?PATH=x',
      ],
      `/file?path=${folder}/%2e%2e/secret.yaml`,
      `/file?path=${folder}/%252e%252e/secret.yaml`,
      `/file?path=${folder}/..%2fsecret.yaml`,
      `/file?path=${encodeURIComponent(encodeURIComponent(`${folder}/../secret.yaml`))}`,
      `/file?path=%zz&path=${folder}/mine.yaml`,
      '/file?path=file:///etc/passwd',
    ];
    for (const path of raw) {
      const { status, body } = await ask(path);
      expect([path, [403, 404].includes(status), body.includes(SECRET)]).toEqual([path, true, false]);
    }
  });

  it('serves a folder that was named, even where it lies in a hidden one', () => {
    const packages = join(folder, '.packages/scenarios');
    mkdirSync(packages, { recursive: true });
    writeFileSync(join(packages, 'a.yaml'), 'a: 1');
    const read = (path: string) => createFileReader().read(path);
    expect(serveFiles([folder], read)(join(packages, 'a.yaml'))).toHaveProperty('status', 403);
    expect(serveFiles([folder, packages], read)(join(packages, 'a.yaml'))).toHaveProperty('bytes');
  });

  it('says why, in plain words', async () => {
    expect(await file(join(around, 'secret.yaml'))).toMatchObject({
      status: 403,
      body: 'outside the folder that tandem explore was started in\n',
    });
    // Outside, what is there and what is not look the same.
    expect((await file(join(around, 'nothing-here'))).status).toBe(403);
  });

  it('answers only to its own name, so that no other site can give it one of theirs', async () => {
    const host = (value: string) => ask('/', { headers: { host: value } });
    expect((await host(`127.0.0.1:${server.port}`)).status).toBe(200);
    expect((await host(`localhost:${server.port}`)).status).toBe(200);
    for (const name of [
      'evil.example',
      `evil.example:${server.port}`,
      '127.0.0.1',
      `127.0.0.1:${server.port + 1}`,
      `127.0.0.1:${server.port}.evil.example`,
    ])
      expect((await host(name)).status).toBe(403);
    const site = (value: string) => ask('/', { headers: { 'sec-fetch-site': value } });
    expect([(await site('same-origin')).status, (await site('none')).status]).toEqual([200, 200]);
    expect([(await site('cross-site')).status, (await site('same-site')).status]).toEqual([403, 403]);
  });

  it('answers whoever follows a link in another page, and nothing else that page may ask', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    const asked = async (path: string, headers: Record<string, string>, method = 'GET') =>
      (await ask(path, { method, headers: { ...link, ...headers } })).status;
    expect(await asked('/', {})).toBe(200);
    expect(await asked('/', { 'sec-fetch-dest': 'iframe' })).toBe(403);
    expect(await asked('/', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' })).toBe(403);
    expect(await asked('/', { host: 'evil.example' })).toBe(403);
    expect(await asked(`/file?path=${folder}/mine.yaml`, {})).toBe(403);
    expect(await asked('/start.json', {})).toBe(403);
    expect(await asked('/', {}, 'POST')).toBe(405);
  });

  it('answers no other page that a browser names, even one that does not say how the page asks', async () => {
    const from = async (origin: string) => (await ask('/', { headers: { origin } })).status;
    expect(await from(`http://127.0.0.1:${server.port}`)).toBe(200);
    expect(await from(`http://localhost:${server.port}`)).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      '',
      `https://127.0.0.1:${server.port}`,
      `http://127.0.0.1:${server.port + 1}`,
      `http://127.0.0.1:${server.port}.evil.example`,
    ])
      expect([origin, await from(origin)]).toEqual([origin, 403]);
  });

  /** Sends the head of a request that announces a body, and no body; the answer is whole once the server ends the connection. */
  const announce = (head: string) =>
    new Promise<string>((resolve, reject) => {
      let answer = '';
      const socket = connect({ host: '127.0.0.1', port: server.port }, () => {
        socket.write(`${head}\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`);
      });
      socket.on('data', (bytes) => {
        answer += bytes.toString();
      });
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });

  it('reads no body: it answers and ends the connection', async () => {
    const length = 'Content-Length: 1000000000';
    expect(await announce(`POST / HTTP/1.1\r\n${length}`)).toMatch(/^HTTP\/1.1 405 /);
    expect(await announce(`GET / HTTP/1.1\r\n${length}`)).toMatch(/^HTTP\/1.1 413 /);
    expect(await announce('GET / HTTP/1.1\r\nTransfer-Encoding: chunked')).toMatch(/^HTTP\/1.1 413 /);
    expect(await announce(`GET / HTTP/1.1\r\n${length}\r\nExpect: 100-continue`)).toMatch(/^HTTP\/1.1 413 /);
    expect(await announce(`PUT / HTTP/1.1\r\n${length}\r\nOrigin: https://evil.example`)).toMatch(/^HTTP\/1.1 403 /);
  });

  it('answers GET and HEAD and nothing else', async () => {
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    }
  });

  it('tells the browser with every answer to load nothing from elsewhere and to run no text as code', async () => {
    for (const path of ['/', '/none', `/file?path=${folder}/mine.yaml`]) {
      const { headers } = await ask(path);
      const policy = String(headers['content-security-policy']);
      const directives = new Map(
        policy.split('; ').map((each) => [each.split(' ')[0], each.split(' ').slice(1).join(' ')]),
      );
      expect(directives.get('default-src')).toBe("'none'");
      // The kernel of the engine is WebAssembly, which a policy must allow by name; text stays text.
      expect(directives.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
      for (const name of ['worker-src', 'connect-src', 'style-src', 'font-src'])
        expect(directives.get(name)).toBe("'self'");
      expect(policy).not.toMatch(/'unsafe|\*|https?:/);
      expect(directives.get('frame-ancestors')).toBe("'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('listens to this machine alone', async () => {
    const other = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: server.port });
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    expect(other).toBe(false);
  });

  it('says plainly that a port is taken', async () => {
    const taken: Server = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    await expect(servePage(port, new Map(), () => ({ status: 404, reason: '' }))).rejects.toThrow(
      `--port ${port}: something else uses this port`,
    );
    await new Promise((resolve) => taken.close(resolve));
  });
});
