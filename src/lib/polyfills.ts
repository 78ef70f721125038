/** What a mini-program's JavaScript lacks and our libraries use; put in by `config/index.ts`, there only. */

type Listener = (event: { type: string }) => void;

export class AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  private readonly listeners = new Set<Listener>();

  addEventListener(type: string, listener: Listener) {
    if (type === 'abort') this.listeners.add(listener);
  }

  removeEventListener(_type: string, listener: Listener) {
    this.listeners.delete(listener);
  }

  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }

  abort(reason: unknown) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.listeners.forEach((listener) => listener({ type: 'abort' }));
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason: unknown = Object.assign(new Error('This operation was aborted'), { name: 'AbortError' })) {
    this.signal.abort(reason);
  }
}

/** UTF-8 only, which is all that the QR encoder asks for. */
export class TextEncoder {
  encode(text = ''): Uint8Array {
    const escaped = encodeURIComponent(text);
    const bytes: number[] = [];
    for (let at = 0; at < escaped.length; at += 1) {
      if (escaped[at] === '%') {
        bytes.push(parseInt(escaped.slice(at + 1, at + 3), 16));
        at += 2;
      } else {
        bytes.push(escaped.charCodeAt(at));
      }
    }
    return Uint8Array.from(bytes);
  }
}
