import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to a port, whatever is spoken on it, that breaks at the worst of moments. */
export interface Wire {
  port: number;
  /** How many pieces have been asked through it. */
  packets: () => number;
  /** What contains the words still arrives, but the line is cut before its answer, so many times. */
  loseAnswersTo: (words: string, times?: number) => void;
  /** Nothing comes through any more, in either direction, and nobody is told. */
  fallSilent: () => void;
  /** Every piece of an answer takes this long. */
  slowDown: (ms: number) => void;
  /** From now on all is well, for new connections at least. */
  mend: () => void;
  close: () => Promise<void>;
}

export async function aWire(target: number): Promise<Wire> {
  const open = new Set<Socket>();
  let lost = { words: '', times: 0 };
  let silent = false;
  let delayMs = 0;
  let packets = 0;

  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    let losing = false;
    const cut = () => {
      near.resetAndDestroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        open.delete(socket);
        if (!silent) cut();
      });
    }
    near.on('data', (asked) => {
      packets += 1;
      if (silent) return;
      if (lost.times > 0 && asked.includes(lost.words)) {
        losing = true;
        lost.times -= 1;
      }
      far.write(asked);
    });
    far.on('data', (answer) => {
      if (silent) return;
      if (losing) cut();
      else if (delayMs) setTimeout(() => near.write(answer), delayMs);
      else near.write(answer);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));

  return {
    port: (server.address() as AddressInfo).port,
    packets: () => packets,
    loseAnswersTo: (words, times = 1) => (lost = { words, times }),
    fallSilent: () => (silent = true),
    slowDown: (ms) => (delayMs = ms),
    mend() {
      silent = false;
      delayMs = 0;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
}
