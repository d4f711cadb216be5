import { html } from './lib/lit-html/lit-html.js';
import { worded } from './problems.js';

/** The message for a warning about a text. */
export const doubt = ({ code, found, suggestion }) => worded({ code, parameters: { found, suggestion } });

/** All warnings about a text. */
export const warnings = (all) => html`
  <ul class="alert alert-warning list-unstyled py-2">${all.map((warning) => html`<li class="text-break">${doubt(warning)}</li>`)}</ul>`;
