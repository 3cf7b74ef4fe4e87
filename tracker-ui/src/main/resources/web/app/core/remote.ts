import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { failure, skeleton } from '../components/parts';

/**
 * Data that a view loads: loading, shown, or failed with a way to try again. A failed refresh keeps
 * what is shown; the connection indicator tells that it is old.
 */
export class Remote<T> implements ReactiveController {
  data?: T;
  error?: Error;
  private abort?: AbortController;
  private timer?: number;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly everySeconds = 0,
    private readonly loaded: (data: T) => void = () => {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.reload();
    if (this.everySeconds > 0) {
      this.timer = window.setInterval(() => {
        if (!document.hidden) {
          void this.reload();
        }
      }, this.everySeconds * 1000);
    }
  }

  hostDisconnected(): void {
    this.abort?.abort();
    window.clearInterval(this.timer);
  }

  /** Loads anew; the newest call wins. */
  reload = async (): Promise<void> => {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    try {
      const data = await this.load(abort.signal);
      if (!abort.signal.aborted) {
        this.data = data;
        this.error = undefined;
        this.loaded(data);
      }
    } catch (e) {
      if (!abort.signal.aborted) {
        this.error = e instanceof Error ? e : new Error(String(e));
      }
    }
    this.host.requestUpdate();
  };

  /** Starts over with nothing shown, after `load` came to mean something else. */
  restart(): void {
    this.data = undefined;
    this.error = undefined;
    this.host.requestUpdate();
    void this.reload();
  }

  show(render: (data: T) => TemplateResult, loading: TemplateResult = skeleton()): TemplateResult {
    if (this.data !== undefined) {
      return render(this.data);
    }
    if (this.error) {
      const again = () => {
        this.restart();
      };
      return html`${failure(this.error, again)}`;
    }
    return loading;
  }
}
