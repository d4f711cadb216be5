export default {
  zh: {
    title: '总览', batches: '今天的批次', items: '今天的条目', failureRate: '失败率', cacheHitShare: '缓存命中', lastHour: '最近一小时完成', repeated: '今天的重投',
    throughput: '最近一小时，每分钟完成的条目', succeeded: '成功', failed: '失败', latency: '耗时', interactive: '即时请求', batch: '批次', seconds: '{0} 秒',
    interactiveMeaning: '“试一试”和即时接口，最近一小时', batchMeaning: '今天提交的批次，从提交到结束', nothing: '暂无数据。', p50: '一半比这快', p95: '95% 比这快', p99: '99% 比这快',
    fine: '一切正常。', DATABASE_AWAY: '数据库无法连接', BROKER_AWAY: '消息服务器无法连接', MODEL_NOT_LOADED: '模型未加载', NO_WORKER: '没有工作线程在运行', QUEUE_PAUSED: '队列已暂停',
    DISK_FILLING: '磁盘空间不足', DEAD_LETTERS: '存在死信', BATCH_STALLED: '批次停滞',
    DATABASE_AWAY_DO: '请启动 PostgreSQL，或检查 TIANKONG_DB_URL。恢复后工作会自动继续。', BROKER_AWAY_DO: '请检查消息服务器和它的磁盘空间。恢复后工作会自动继续。',
    MODEL_NOT_LOADED_DO: '请安装模型，或用 TIANKONG_MODEL 指定其他模型，然后重启服务器。', NO_WORKER_DO: '有文本在等待，但没有工作线程处理。请启动服务器，或查看日志。',
    QUEUE_PAUSED_DO: '暂停的队列不会投递消息，重启后仍保持暂停。原因消除后请恢复。', DISK_FILLING_DO: '请删除不再需要的批次，为批次设置保留时间（ttl），或扩大磁盘。磁盘写满后将停止处理。',
    DEAD_LETTERS_DO: '有文本或提交多次尝试后仍然失败。请先解决错误信息或日志中的原因，再重试或丢弃。', BATCH_STALLED_DO: '批次在运行，但 10 分钟没有新结果。请查看日志；丢失的消息会自动重发。',
    toModels: '查看模型', toWorkers: '查看工作线程', toQueues: '前往队列页', toLargest: '从最大的批次开始清理', toDead: '查看死信', toRunning: '查看运行中的批次', toFailed: '查看有错误的批次',
  },
  en: {
    title: 'Overview', batches: 'Batches today', items: 'Items today', failureRate: 'Failure rate', cacheHitShare: 'From cache', lastHour: 'Completed in the last hour', repeated: 'Redelivered today',
    throughput: 'Last hour: items completed per minute', succeeded: 'Succeeded', failed: 'Failed', latency: 'Latency', interactive: 'Interactive requests', batch: 'Batches', seconds: '{0} s',
    interactiveMeaning: '“Try it” and similar requests, in the last hour', batchMeaning: 'Today’s batches, from submit to end', nothing: 'No data yet.', p50: 'Half are faster', p95: '95% are faster', p99: '99% are faster',
    fine: 'All systems normal.', DATABASE_AWAY: 'Database unreachable', BROKER_AWAY: 'Broker unreachable', MODEL_NOT_LOADED: 'Model not loaded', NO_WORKER: 'No active workers', QUEUE_PAUSED: 'Queue paused',
    DISK_FILLING: 'Disk almost full', DEAD_LETTERS: 'Dead letters', BATCH_STALLED: 'Batch stalled',
    DATABASE_AWAY_DO: 'Start PostgreSQL, or check TIANKONG_DB_URL.', BROKER_AWAY_DO: 'Check the broker and its free disk space.',
    MODEL_NOT_LOADED_DO: 'Install the model, or choose another one.', NO_WORKER_DO: 'Texts are waiting, but no worker is processing them.',
    QUEUE_PAUSED_DO: 'Resume it when the reason is gone.', DISK_FILLING_DO: 'Free some space before it is full.',
    DEAD_LETTERS_DO: 'Fix the cause, then retry or discard them.', BATCH_STALLED_DO: 'Find out what is blocking it.',
    toModels: 'View models', toWorkers: 'View workers', toQueues: 'Go to queues', toLargest: 'View the largest batches', toDead: 'View dead letters', toRunning: 'View running batches', toFailed: 'View batches with errors',
  },
};

const FOLDERS = { "the broker's journal": '消息日志' };

/** The details of an alert in Chinese, from its values; empty where the title says everything. */
export const CHINESE_DETAILS = {
  NO_WORKER: () => '',
  BATCH_STALLED: () => '',
  QUEUE_PAUSED: ({ queues }) => `暂停的队列：${queues}`,
  DISK_FILLING: ({ folder, percent }) => `${FOLDERS[folder] ?? folder} 所在的磁盘已用 ${percent}%。`,
  DEAD_LETTERS: ({ chunks, submits }) =>
    [chunks && `多次失败的文本块：${chunks} 个。`, submits && `tiankong.submit.dead 中的提交请求：${submits} 条。`].filter(Boolean).join(' '),
};
