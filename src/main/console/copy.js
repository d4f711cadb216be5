import { html } from './lib/lit-html/lit-html.js';
import { words } from './words.js';

const t = words({ zh: { copy: '复制', copied: '已复制' }, en: { copy: 'Copy', copied: 'Copied' } });
const SHOWN = 2_000;

/** A command or a secret, with a button that copies it. */
export const copyable = (text, label) => html`
  <div class="console-copy d-flex flex-wrap align-items-center gap-2 mb-3">
    <pre class="border rounded bg-body p-2 mb-0" role="group" aria-label=${label}><code>${text}</code></pre>
    <button type="button" class="btn btn-sm btn-outline-secondary" aria-label=${`${t('copy')}: ${label}`} @click=${copy}>${t('copy')}</button>
    <span class="small" role="status"></span>
  </div>`;

async function copy({ currentTarget: button }) {
  const code = button.parentElement.querySelector('code');
  const status = button.parentElement.querySelector('[role=status]');
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    // Over plain HTTP browsers allow only the user to copy a selection.
    getSelection().selectAllChildren(code);
    document.execCommand('copy');
  }
  status.textContent = t('copied');
  setTimeout(() => (status.textContent = ''), SHOWN);
}
