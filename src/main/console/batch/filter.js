import { address } from '../api.js';

/** The filter for a batch's items: {failed, error, warned, q}, and other ways to get the same items. */

export const fromQuery = (query) => ({
  failed: query.get('failed') !== null,
  error: query.get('error') ?? '',
  warned: query.get('warned') !== null,
  q: query.get('q') ?? '',
});

export const isSet = ({ failed, error, warned, q }) => failed || error !== '' || warned || q !== '';

/** Query parameters of the results route. */
export const members = ({ failed, error, warned, q }) => ({ state: failed ? 'FAILED' : '', error, warned: warned ? 'true' : '', q });

/** Keeps the filter in the page's URL, for reloads and bookmarks. */
export function keep(id, { failed, error, warned, q }) {
  history.replaceState(history.state, '', address(`#/batches/${id}`, { failed: failed ? 'yes' : '', error, warned: warned ? 'yes' : '', q }));
}

export const link = (path, filter, format) => address(`${path}/results`, { format, ...members(filter) });

export const curl = (path, filter, user) => `curl -u ${user} -OJ '${location.origin}${link(path, filter, 'csv').replaceAll("'", '%27')}'`;

export function sql(id, { failed, error, warned, q }) {
  const literal = (text) => `'${text.replaceAll("'", "''")}'`;
  const conditions = [
    `batch_id = ${literal(id)}`,
    failed ? "state = 'FAILED'" : '',
    error ? `error_code = ${literal(error)}` : '',
    warned ? 'warning_codes is not null' : '',
    q ? `position(lower(${literal(q)}) in lower(text)) > 0` : '',
  ];
  return `select item_index, text, state, mask, rank, token, score, error_code, error_message
from reporting.items
left join reporting.predictions using (batch_id, item_index)
where ${conditions.filter(Boolean).join('\n  and ')}
order by item_index, mask, rank;`;
}
