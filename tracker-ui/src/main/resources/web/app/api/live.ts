import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { connection } from './connection';

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;

/**
 * A stream of server-sent events for as long as its view is on the page. A lost stream is opened
 * again with growing waits. `caughtUp` is called whenever it opened, since events may have been
 * missed before. Hidden tabs close theirs: browsers allow few connections to one server.
 */
export class Live implements ReactiveController {
  private source?: EventSource;
  private timer?: number;
  private wait = FIRST_WAIT;
  private missed = false;

  constructor(
    host: ReactiveControllerHost,
    private readonly url: () => string,
    private readonly handlers: Record<string, (data: never) => void>,
    private readonly caughtUp: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.visibility);
    window.addEventListener('online', this.reopen);
    this.open();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.visibility);
    window.removeEventListener('online', this.reopen);
    this.close();
    this.missed = false;
    connection.streaming('none');
  }

  /** Opens anew, after `url` came to mean something else or the network came back. */
  reopen = (): void => {
    this.close();
    this.wait = FIRST_WAIT;
    this.open();
  };

  private visibility = (): void => {
    if (document.hidden) {
      this.close();
      this.missed = true;
    } else if (!this.source) {
      this.reopen();
    }
  };

  private open(): void {
    if (!this.missed) {
      connection.streaming('opening');
    }
    const source = (this.source = new EventSource(this.url()));
    source.onopen = () => {
      this.wait = FIRST_WAIT;
      connection.streaming('open');
      this.missed = false;
      this.caughtUp();
    };
    source.onerror = () => this.retry();
    for (const [name, handle] of Object.entries(this.handlers)) {
      source.addEventListener(name, (event) => handle(JSON.parse(event.data) as never));
    }
  }

  private retry(): void {
    this.close();
    this.missed = true;
    connection.streaming('lost');
    this.timer = window.setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }

  private close(): void {
    window.clearTimeout(this.timer);
    this.source?.close();
    this.source = undefined;
  }
}
