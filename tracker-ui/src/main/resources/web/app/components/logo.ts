import { svg, html } from 'lit';

/** A tree trained flat along a lattice, two tiers of arms: an espalier, and a layered network. */
export const logo = (size = 28) => html`
  <svg class="logo" width=${size} height=${size} viewBox="0 0 28 28" fill="none" stroke="currentColor"
    stroke-linecap="round" aria-hidden="true" focusable="false">
    ${svg`
      <path d="M1 6H27M1 14H27M1 21H27" stroke-width="0.7" opacity="0.35" />
      <path d="M14 26V3.5" stroke-width="2" />
      <path stroke-width="1.7" d="M14 21H7.5Q4 21 4 17.5V14M14 21H20.5Q24 21 24 17.5V14M14 12H9.5Q7 12 7 9.5V6M14 12H18.5Q21 12 21 9.5V6" />
      <g fill="currentColor" stroke="none">
        <circle cx="4" cy="14" r="2.1" /><circle cx="24" cy="14" r="2.1" />
        <circle cx="7" cy="6" r="2.1" /><circle cx="21" cy="6" r="2.1" /><circle cx="14" cy="3.4" r="2.3" />
      </g>`}
  </svg>`;
