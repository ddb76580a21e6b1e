/** Stands in for the browser's WebSocket: the test says what the server does. */
export class FakeWebSocket extends EventTarget {
  static all: FakeWebSocket[] = [];
  readonly url: string;
  closed = false;

  constructor(url: string) {
    super();
    this.url = url;
    FakeWebSocket.all.push(this);
  }

  static last(): FakeWebSocket {
    const socket = FakeWebSocket.all.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }

  accept(): void {
    this.dispatchEvent(new Event('open'));
  }

  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }

  /** The server (or the network) closes. */
  end(code: number): void {
    this.closed = true;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }

  close(): void {
    this.closed = true;
  }
}
