import { LitElement } from 'lit';

/**
 * Base of all elements here. They render into the page itself, not into a shadow root: one style
 * sheet gives one visual language, and labels, ids and ARIA references work across elements.
 */
export class View extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
