import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { View } from '../core/view';
import { palette, type Palette } from './palette';

/** Builds a chart's option from the colours of the present theme and the room there is. */
export type OptionOf = (colours: Palette, width: number) => EChartsCoreOption;

/** An ECharts drawing that follows its size, the theme and the data, without flashing. */
@customElement('es-chart')
export class Chart extends View {
  @property({ attribute: false }) option?: OptionOf;
  @property() label = '';
  @property({ type: Number }) height = 320;
  private chart?: ECharts;
  private loading = false;
  private frame = 0;
  private readonly sizes = new ResizeObserver(() => {
    this.chart?.resize();
    this.schedule();
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('es-theme', this.schedule);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('es-theme', this.schedule);
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  override render() {
    return html`<div class="canvas" role="img" aria-label=${this.label} ></div>`;
  }

  override updated(): void {
    this.style.minHeight = `${this.height}px`;
    if (this.chart) {
      this.schedule();
    } else {
      void this.start();
    }
  }

  private async start(): Promise<void> {
    if (this.loading) {
      return;
    }
    this.loading = true;
    const { init } = await import('./echarts');
    this.loading = false;
    const box = this.querySelector<HTMLElement>('.canvas');
    if (this.isConnected && box) {
      this.chart = init(box);
      this.sizes.observe(box);
      this.schedule();
    }
  }

  /** Draws in the next frame, however often it is asked to. */
  private schedule = (): void => {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      if (this.chart && this.option) {
        const option = this.option(palette(this), this.chart.getWidth());
        this.chart.setOption(option, { replaceMerge: ['series', 'legend'] });
      }
    });
  };
}
