/** What the page knows of its connection: the last request's fate and the live stream's. */
export type Stream = 'none' | 'opening' | 'open' | 'lost';

class Connection extends EventTarget {
  private reachable = true;
  private stream: Stream = 'none';

  reached(reachable: boolean): void {
    this.set(reachable, this.stream);
  }

  streaming(stream: Stream): void {
    this.set(stream === 'open' ? true : this.reachable, stream);
  }

  get state(): 'live' | 'connected' | 'connecting' | 'lost' {
    if (!this.reachable || this.stream === 'lost') {
      return 'lost';
    }
    return this.stream === 'open' ? 'live' : this.stream === 'opening' ? 'connecting' : 'connected';
  }

  private set(reachable: boolean, stream: Stream): void {
    const before = this.state;
    this.reachable = reachable;
    this.stream = stream;
    if (this.state !== before) {
      this.dispatchEvent(new Event('change'));
    }
  }
}

export const connection = new Connection();
