-- What src/docs/reporting.md shows: a day with batches in every state. Three users, two models.

select add_day('2026-11-23');

insert into batch (
  id, owner, task, options, state, total, succeeded, failed, cancelled, cache_hits,
  created_at, started_at, finished_at
) values
  -- The tutorial's five texts.
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 'anna', 'fill-mask',
    '{"model": "bert-base-multilingual-cased", "topK": 5, "targets": [], "candidates": "any", "looseMasks": false}',
    'COMPLETED_WITH_ERRORS', 5, 4, 1, 0, 0,
    '2026-11-23 09:00:00Z', '2026-11-23 09:00:00.4Z', '2026-11-23 09:00:02.4Z'),
  -- The same with the typing error corrected, for another model.
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 'anna', 'fill-mask',
    '{"model": "bert-base-chinese", "topK": 3, "targets": [], "candidates": "any", "looseMasks": false}',
    'COMPLETED', 5, 5, 0, 0, 0,
    '2026-11-23 09:10:00Z', '2026-11-23 09:10:00.2Z', '2026-11-23 09:10:01.2Z'),
  -- Several masks in one text.
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 'ben', 'fill-mask',
    '{"model": "bert-base-chinese", "topK": 2, "targets": [], "candidates": "any", "looseMasks": false}',
    'COMPLETED', 2, 2, 0, 0, 0,
    '2026-11-23 09:30:00Z', '2026-11-23 09:30:01.5Z', '2026-11-23 09:30:02.5Z'),
  -- Four texts that were asked before, a new one, and two equal to it.
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 'ben', 'fill-mask',
    '{"model": "bert-base-multilingual-cased", "topK": 5, "targets": [], "candidates": "any", "looseMasks": false}',
    'COMPLETED', 7, 7, 0, 0, 4,
    '2026-11-23 10:05:00Z', '2026-11-23 10:05:00.3Z', '2026-11-23 10:05:00.8Z'),
  -- One text that no worker survives.
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 'ben', 'fill-mask',
    '{"model": "bert-base-multilingual-cased", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'COMPLETED_WITH_ERRORS', 4, 3, 1, 0, 0,
    '2026-11-23 10:20:00Z', '2026-11-23 10:20:01Z', '2026-11-23 10:21:21Z'),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 'anna', 'fill-mask',
    '{"model": "bert-base-chinese", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'CANCELLED', 6, 2, 1, 3, 0,
    '2026-11-23 11:00:00Z', '2026-11-23 11:00:05Z', '2026-11-23 11:00:09Z'),
  -- Cancelled before a worker began.
  ('01a20819-3740-7361-b5f4-0e19d6c83a72', 'carla', 'fill-mask',
    '{"model": "bert-base-chinese", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'CANCELLED', 1, 0, 0, 1, 0,
    '2026-11-23 11:10:00Z', null, '2026-11-23 11:10:30Z'),
  -- Every text was refused when it was submitted.
  ('01a2081d-cb20-7982-9f6e-b41c0d8e5a29', 'carla', 'fill-mask',
    '{"model": "bert-base-chinese", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'FAILED', 2, 0, 2, 0, 0,
    '2026-11-23 11:15:00Z', '2026-11-23 11:15:00Z', '2026-11-23 11:15:00Z'),
  -- Its first text was asked before.
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 'ben', 'fill-mask',
    '{"model": "bert-base-chinese", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'PAUSED', 3, 1, 0, 0, 1, '2026-11-23 11:20:00Z', '2026-11-23 11:20:02Z', null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 'anna', 'fill-mask',
    '{"model": "bert-base-multilingual-cased", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'RUNNING', 4, 1, 0, 0, 0, '2026-11-23 11:30:00Z', '2026-11-23 11:30:01Z', null),
  ('01a20834-ae80-7750-b8e7-14d9c5f02a83', 'carla', 'fill-mask',
    '{"model": "bert-base-multilingual-cased", "topK": 1, "targets": [], "candidates": "any", "looseMasks": false}',
    'QUEUED', 2, 0, 0, 0, 0, '2026-11-23 11:40:00Z', null, null);

insert into item (batch_id, index, text, same_as) values
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 0, '床前明月光，疑是地[MASK]霜。', null),
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 1, '人生自古谁无死，留取丹心照汗[MASK]。', null),
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 2, '山重水复疑无路，柳暗花明又一[MASK]。', null),
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 3, '春风又[MACK]江南岸，明月何时照我还。', null),
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 4, '海阔凭鱼跃，天高任鸟[MASK]。', null),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 0, '床前明月光，疑是地[MASK]霜。', null),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 1, '人生自古谁无死，留取丹心照汗[MASK]。', null),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 2, '山重水复疑无路，柳暗花明又一[MASK]。', null),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 3, '春风又[MASK]江南岸，明月何时照我还。', null),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 4, '海阔凭鱼跃，天高任鸟[MASK]。', null),
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 0, '中国的首都是[MASK][MASK]。', null),
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 1, '白日依[MASK]尽，黄河入[MASK]流。', null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 0, '床前明月光，疑是地[MASK]霜。', null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 1, '人生自古谁无死，留取丹心照汗[MASK]。', null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 2, '山重水复疑无路，柳暗花明又一[MASK]。', null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 3, '海阔凭鱼跃，天高任鸟[MASK]。', null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 4, '中国的首都是北[MASK]。', null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 5, '中国的首都是北[MASK]。', 4),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 6, '中国的首都是北[MASK]。', 4),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 0, '举头望明[MASK]，低头思故乡。', null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 1, '春眠不觉[MASK]，处处闻啼鸟。', null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 2, '夜来风雨[MASK]，花落知多少。', null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 3, '欲穷千里目，更上一层[MASK]。', null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 0, '举头望明[MASK]，低头思故乡。', null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 1, '', null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 2, '春眠不觉[MASK]，处处闻啼鸟。', null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 3, '夜来风雨[MASK]，花落知多少。', null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 4, '欲穷千里目，更上一层[MASK]。', null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 5, '红豆生南[MASK]，春来发几枝。', null),
  ('01a20819-3740-7361-b5f4-0e19d6c83a72', 0, '红豆生南[MASK]，春来发几枝。', null),
  ('01a2081d-cb20-7982-9f6e-b41c0d8e5a29', 0, '', null),
  ('01a2081d-cb20-7982-9f6e-b41c0d8e5a29', 1, '愿君多采撷，此物最相思。', null),
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 0, '举头望明[MASK]，低头思故乡。', null),
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 1, '白日依山[MASK]，黄河入海流。', null),
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 2, '锄禾日当[MASK]，汗滴禾下土。', null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 0, '锄禾日当[MASK]，汗滴禾下土。', null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 1, '谁知盘中[MASK]，粒粒皆辛苦。', null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 2, '谁言寸草[MASK]，报得三春晖。', null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 3, '慈母手中[MASK]，游子身上衣。', null),
  ('01a20834-ae80-7750-b8e7-14d9c5f02a83', 0, '慈母手中[MASK]，游子身上衣。', null),
  ('01a20834-ae80-7750-b8e7-14d9c5f02a83', 1, '谁言寸草[MASK]，报得三春晖。', null);

-- One mask each.
insert into item_result (batch_id, index, state, answer)
select
  batch_id::uuid,
  index,
  'SUCCEEDED',
  json_build_object(
    'masks',
    json_build_array(
      json_build_object('position', position, 'length', 6, 'tokens', tokens, 'scores', scores)
    )
  )
from (
  values
    ('01a207a2-3280-7895-b84c-a267b7b96c67', 0, 9, array['霜', '月', '上', '有', '下'],
      array[0.111116596, 0.0738508, 0.04974667, 0.03496866, 0.031537514]),
    ('01a207a2-3280-7895-b84c-a267b7b96c67', 1, 14, array['汗', '心', '血', '国', '衣'],
      array[0.0859886, 0.0719331, 0.0407217, 0.031660665, 0.015695332]),
    ('01a207a2-3280-7895-b84c-a267b7b96c67', 2, 14, array['路', '月', '花', '枝', '声'],
      array[0.07863852, 0.024977772, 0.021016126, 0.018656958, 0.017981635]),
    ('01a207a2-3280-7895-b84c-a267b7b96c67', 4, 10, array['跃', '飞', '鸟', '声', '鸣'],
      array[0.13507102, 0.06863919, 0.03490075, 0.019317562, 0.017490285]),
    ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 0, 9, array['上', '如', '下'],
      array[0.9612, 0.0121, 0.0043]),
    ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 1, 14, array['青', '心', '颜'],
      array[0.9874, 0.0031, 0.0009]),
    ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 2, 14, array['村', '春', '片'],
      array[0.9745, 0.0107, 0.0018]),
    ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 3, 3, array['到', '绿', '过'],
      array[0.4127, 0.3861, 0.0412]),
    ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 4, 10, array['飞', '鸣', '翔'],
      array[0.9508, 0.0162, 0.0079]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 0, 9, array['霜', '月', '上', '有', '下'],
      array[0.111116596, 0.0738508, 0.04974667, 0.03496866, 0.031537514]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 1, 14, array['汗', '心', '血', '国', '衣'],
      array[0.0859886, 0.0719331, 0.0407217, 0.031660665, 0.015695332]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 2, 14, array['路', '月', '花', '枝', '声'],
      array[0.07863852, 0.024977772, 0.021016126, 0.018656958, 0.017981635]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 3, 10, array['跃', '飞', '鸟', '声', '鸣'],
      array[0.13507102, 0.06863919, 0.03490075, 0.019317562, 0.017490285]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 4, 7, array['京', '方', '平', '海', '宁'],
      array[0.8402, 0.0317, 0.0255, 0.0061, 0.0048]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 5, 7, array['京', '方', '平', '海', '宁'],
      array[0.8402, 0.0317, 0.0255, 0.0061, 0.0048]),
    ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 6, 7, array['京', '方', '平', '海', '宁'],
      array[0.8402, 0.0317, 0.0255, 0.0061, 0.0048]),
    ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 0, 4, array['月'], array[0.4519]),
    ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 1, 4, array['醒'], array[0.0926]),
    ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 2, 4, array['声'], array[0.1384]),
    ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 0, 4, array['月'], array[0.9921]),
    ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 2, 4, array['晓'], array[0.9716]),
    ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 0, 4, array['月'], array[0.9921]),
    ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 0, 4, array['午'], array[0.2075])
) answers (batch_id, index, position, tokens, scores);

-- Two masks each, and what fits into both together.
insert into item_result (batch_id, index, state, answer) values
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 0, 'SUCCEEDED',
    '{
      "masks": [
        {"position": 6, "length": 6, "tokens": ["北", "南"], "scores": [0.9633, 0.0124]},
        {"position": 12, "length": 6, "tokens": ["京", "海"], "scores": [0.9517, 0.0166]}
      ],
      "fillings": [
        {"tokens": ["北", "京"], "text": "中国的首都是北京。", "score": 0.9508},
        {"tokens": ["南", "京"], "text": "中国的首都是南京。", "score": 0.0097}
      ]
    }'),
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 1, 'SUCCEEDED',
    '{
      "masks": [
        {"position": 3, "length": 6, "tokens": ["山", "云"], "scores": [0.9402, 0.0155]},
        {"position": 14, "length": 6, "tokens": ["海", "江"], "scores": [0.9811, 0.0062]}
      ],
      "fillings": [
        {"tokens": ["山", "海"], "text": "白日依山尽，黄河入海流。", "score": 0.9246},
        {"tokens": ["云", "海"], "text": "白日依云尽，黄河入海流。", "score": 0.0131}
      ]
    }');

insert into item_result (batch_id, index, state, error_code, error_message) values
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 3, 'FAILED', 'NO_MASK',
    'The text has no blank: found "[MACK]": did you mean "[MASK]"?'),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 3, 'FAILED', 'ATTEMPTS_EXHAUSTED',
    'All 4 attempts failed; the last error was: the worker did not answer. Retry the batch when the cause is fixed.'),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 1, 'FAILED', 'EMPTY', 'The text is empty.'),
  ('01a2081d-cb20-7982-9f6e-b41c0d8e5a29', 0, 'FAILED', 'EMPTY', 'The text is empty.'),
  ('01a2081d-cb20-7982-9f6e-b41c0d8e5a29', 1, 'FAILED', 'NO_MASK', 'The text has no blank.');

insert into chunk (
  batch_id, number, first_index, last_index, state, attempt, touched_at
) values
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 0, 0, 4, 'DONE', 1, '2026-11-23 09:00:02.4Z'),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 0, 0, 4, 'DONE', 1, '2026-11-23 09:10:01.2Z'),
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 0, 0, 1, 'DONE', 1, '2026-11-23 09:30:02.5Z'),
  -- The last two texts are equal to the one before and in no chunk.
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 0, 0, 4, 'DONE', 1, '2026-11-23 10:05:00.8Z'),
  -- Halved until the text that is to blame stands alone.
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 0, 0, 3, 'SPLIT', 1, '2026-11-23 10:20:12Z'),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 1, 0, 1, 'DONE', 1, '2026-11-23 10:20:13Z'),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 2, 2, 3, 'SPLIT', 1, '2026-11-23 10:20:24Z'),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 3, 2, 2, 'DONE', 1, '2026-11-23 10:20:25Z'),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 4, 3, 3, 'FAILED', 4, '2026-11-23 10:21:21Z'),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 0, 0, 2, 'DONE', 1, '2026-11-23 11:00:07Z'),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 1, 3, 5, 'CANCELLED', 1, '2026-11-23 11:00:09Z'),
  ('01a20819-3740-7361-b5f4-0e19d6c83a72', 0, 0, 0, 'CANCELLED', 0, '2026-11-23 11:10:30Z'),
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 0, 0, 0, 'DONE', 1, '2026-11-23 11:20:04Z'),
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 1, 1, 2, 'READY', 0, '2026-11-23 11:20:04Z'),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 0, 0, 0, 'DONE', 1, '2026-11-23 11:30:03Z'),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 1, 1, 1, 'QUEUED', 2, '2026-11-23 11:30:13Z'),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 2, 2, 3, 'QUEUED', 0, '2026-11-23 11:30:01Z'),
  ('01a20834-ae80-7750-b8e7-14d9c5f02a83', 0, 0, 1, 'READY', 0, '2026-11-23 11:40:00Z');

insert into chunk_attempt (
  batch_id, chunk, attempt, node, worker, started_at, ended_at, outcome, error, detail
) values
  ('01a207a2-3280-7895-b84c-a267b7b96c67', 0, 1, 'one', 1,
    '2026-11-23 09:00:00.4Z', '2026-11-23 09:00:02.4Z', 'SUCCEEDED', null, null),
  ('01a207ab-5a40-7a52-8d5f-5f3a91c0b6e2', 0, 1, 'one', 2,
    '2026-11-23 09:10:00.2Z', '2026-11-23 09:10:01.2Z', 'SUCCEEDED', null, null),
  ('01a207bd-a9c0-7c0e-b7c8-1c2f0a7d9b35', 0, 1, 'two', 1,
    '2026-11-23 09:30:01.5Z', '2026-11-23 09:30:02.5Z', 'SUCCEEDED', null, null),
  ('01a207dd-b4e0-7d63-a1d5-6b8e3f20c714', 0, 1, 'one', 1,
    '2026-11-23 10:05:00.3Z', '2026-11-23 10:05:00.8Z', 'SUCCEEDED', null, null),
  -- Each attempt at the text that no worker survives was lost with its server.
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 0, 1, 'one', 1,
    '2026-11-23 10:20:01Z', '2026-11-23 10:20:12Z', 'LOST', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 1, 1, 'two', 1,
    '2026-11-23 10:20:12.4Z', '2026-11-23 10:20:13Z', 'SUCCEEDED', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 2, 1, 'two', 2,
    '2026-11-23 10:20:12.5Z', '2026-11-23 10:20:24Z', 'LOST', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 3, 1, 'one', 1,
    '2026-11-23 10:20:24.4Z', '2026-11-23 10:20:25Z', 'SUCCEEDED', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 4, 1, 'one', 2,
    '2026-11-23 10:20:24.5Z', '2026-11-23 10:20:40Z', 'LOST', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 4, 2, 'two', 1,
    '2026-11-23 10:20:40Z', '2026-11-23 10:20:55Z', 'LOST', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 4, 3, 'one', 1,
    '2026-11-23 10:20:55Z', '2026-11-23 10:21:08Z', 'LOST', null, null),
  ('01a207eb-7080-7f18-9c41-d27a8e65b0f3', 4, 4, 'two', 1,
    '2026-11-23 10:21:08Z', '2026-11-23 10:21:21Z', 'LOST', null, null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 0, 1, 'one', 1,
    '2026-11-23 11:00:05Z', '2026-11-23 11:00:07Z', 'SUCCEEDED', null, null),
  ('01a20810-0f80-7b0a-8e2d-93b7f4a61c05', 1, 1, 'one', 2,
    '2026-11-23 11:00:07Z', '2026-11-23 11:00:09.5Z', 'OVERTAKEN', null, null),
  ('01a20822-5f00-7e7a-a3b2-5c6d1f70e948', 0, 1, 'one', 1,
    '2026-11-23 11:20:02Z', '2026-11-23 11:20:04Z', 'SUCCEEDED', null, null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 0, 1, 'one', 1,
    '2026-11-23 11:30:01Z', '2026-11-23 11:30:03Z', 'SUCCEEDED', null, null),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 1, 1, 'one', 2,
    '2026-11-23 11:30:01Z', '2026-11-23 11:30:03Z', 'FAILED',
    'java.lang.OutOfMemoryError: Java heap space',
    E'java.lang.OutOfMemoryError: Java heap space\n    at dev.tiankong.inference.DjlMaskFiller.fill(DjlMaskFiller.java:84)\n    ... 61 more'),
  ('01a2082b-86c0-7f36-86c9-a85e2b1d3f60', 1, 2, 'two', 1,
    '2026-11-23 11:30:13Z', null, 'RUNNING', null, null);

insert into node (name, started_at, heard_at, heap_used, heap_max, resident, models, workers)
values
  ('one', '2026-11-23 08:00:00Z', '2026-11-23 11:40:02Z', 187432960, 1073741824, 1932735283,
    '{bert-base-multilingual-cased}', '[]'),
  ('two', '2026-11-23 08:00:05Z', '2026-11-23 11:30:14Z', 204472320, 1073741824, 1941123891,
    '{bert-base-multilingual-cased}', '[]');
