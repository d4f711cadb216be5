import { html } from './lib/lit-html/lit-html.js';
import { may, ROLES } from './session.js';
import { words } from './words.js';

/** What users and tokens may do. */

const t = words({
  zh: {
    viewer: '查看者', submitter: '提交者', operator: '管理员',
    'viewer-may': '查看自己的批次和结果', 'submitter-may': '还可以提交和控制自己的批次', 'operator-may': '全部权限：所有人的批次、队列、用户和审计',
    option: '{0}：{1}',
  },
  en: {
    viewer: 'viewer', submitter: 'submitter', operator: 'operator',
    'viewer-may': 'views own batches and results', 'submitter-may': 'also submits and controls own batches', 'operator-may': 'everything: all batches, queues, users and the audit log',
    option: '{0}: {1}',
  },
});

export const roleName = (role) => t(role);

export const roleExplained = (role) => t('option', t(role), t(`${role}-may`));

/** A select with the roles that the user has. */
export const rolePicker = (label, current) => html`
  <div class="mb-3">
    <label class="form-label" for="role">${label}</label>
    <select class="form-select" id="role" name="role">
      ${ROLES.filter(may).map((role) => html`<option value=${role} ?selected=${role === current}>${roleExplained(role)}</option>`)}
    </select>
  </div>`;
