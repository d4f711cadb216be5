import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { copyable } from '../copy.js';
import { bytes, number, percent } from '../format.js';
import { alert, heading, loading } from '../parts.js';
import { refresh } from '../refresh.js';
import { may } from '../session.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const INSTALL = 'mvn -q -Pimport-model -Dmodel=google-bert/bert-base-chinese';
const PRECISIONS = ['fp32', 'bf16', 'int8'];

/** The installed models with precision and size, and how to install more. */
export async function open({ host, signal }) {
  let models = null;
  let problem = null;
  const draw = () => render(page(), host);

  async function load() {
    ({ models } = await get('/api/v1/models', {}, signal));
    problem = null;
    draw();
  }

  function failed(reason) {
    problem = reason;
    draw();
  }

  const page = () => html`${heading(t('title'))} ${alert(problem)} ${models === null ? loading() : all()}`;

  const all = () => html`
    ${models.length === 0 ? html`<p>${t('none')}</p>` : nothing}
    ${models.some((model) => model.default) ? nothing : html`<div class="alert alert-warning" role="alert">${t('noFirst')}</div>`}
    ${models.map(card)}
    <h2 class="h5 mt-4">${t('more')}</h2>
    <p>${t('how')}</p>
    ${copyable(INSTALL, t('command'))}
    <p class="small text-body-secondary">${t('int8')}</p>`;

  draw();
  await refresh(load, 10_000, signal, failed);
}

const card = (model) => html`
  <section class="card mb-3" aria-label=${model.name}>
    <div class="card-body">
      <div class="d-flex flex-wrap justify-content-between align-items-start gap-2 mb-3">
        <h2 class="h5 mb-0 text-break">${model.name}
          ${model.default ? html`<span class="badge text-bg-primary">${t('first')}</span>` : nothing}
          <span class="badge ${model.loaded ? 'text-bg-success' : 'text-bg-secondary'}">${t(model.loaded ? 'loaded' : 'idle')}</span>
        </h2>
        ${may('submitter') ? html`<a class="btn btn-sm btn-primary" href="#/try-it?${new URLSearchParams({ model: model.name })}">${t('try')}</a>` : nothing}
      </div>
      ${model.precision === null ? html`<div class="alert alert-warning" role="alert">${t('unusable')}</div>` : nothing}
      ${facts(model)} ${weights(model)}
      <p class="small text-body-secondary text-break mb-0">${t('source')} ${model.source}</p>
    </div>
  </section>`;

const facts = (model) => html`
  <dl class="row row-cols-2 row-cols-md-4 g-2">
    ${fact('task', t(model.task))} ${fact('licence', model.licence === 'unknown' ? t('unknown') : model.licence)}
    ${fact('window', number(model.maxTokens))} ${fact('vocabulary', number(model.vocabulary))} ${fact('layers', number(model.layers))}
    ${fact('hidden', number(model.hidden))} ${fact('heads', number(model.heads))}
  </dl>`;

const fact = (name, value) => html`
  <div class="col"><dt class="small fw-normal text-body-secondary">${t(name)}</dt><dd class="mb-0">${value}</dd></div>`;

const weights = (model) => html`
  <div class="table-responsive" tabindex="0" role="region" aria-label="${t('precision')}: ${model.name}">
    <table class="table table-sm align-middle">
      <thead><tr>${['precision', 'size', 'agreement'].map((column) => html`<th scope="col">${t(column)}</th>`)}<td></td></tr></thead>
      <tbody>${PRECISIONS.filter((precision) => precision in model.precisions).map((precision) => row(model, precision))}</tbody>
    </table>
  </div>`;

const row = (model, precision) => {
  const { bytes: size, agreement } = model.precisions[precision];
  return html`<tr>
    <th scope="row">${precision}</th>
    <td class="text-nowrap">${bytes(size)}</td>
    <td>${agreement ? agrees(agreement) : t(precision === 'fp32' ? 'reference' : 'unmeasured')}</td>
    <td class="text-nowrap">${precision === model.precision ? html`<strong>${t(model.loaded ? 'used' : 'usedNext')}</strong>` : html`<span class="text-body-secondary">${t('unused')}</span>`}</td>
  </tr>`;
};

const agrees = ({ texts, sameFirst, drift }) => t('agrees', percent(sameFirst, 1), number(texts), number(drift, 3));
