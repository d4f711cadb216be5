export default {
  zh: {
    title: '总览', batches: '今天的批次', items: '今天的条目', failureRate: '失败率', cacheHitShare: '缓存命中', lastHour: '最近一小时完成', repeated: '今天的重投',
    throughput: '最近一小时，每分钟完成的条目', succeeded: '成功', failed: '失败', latency: '耗时', interactive: '即时请求', batch: '批次', seconds: '{0} 秒',
    interactiveMeaning: '“试一试”和即时接口，最近一小时', batchMeaning: '今天提交的批次，从提交到结束', nothing: '还没有。', p50: '一半比这快', p95: '95% 比这快', p99: '99% 比这快',
    fine: '一切正常。', DATABASE_AWAY: '数据库连不上', BROKER_AWAY: '消息服务器连不上', MODEL_NOT_LOADED: '模型没有加载', NO_WORKER: '没有工作线程在处理', QUEUE_PAUSED: '有队列被暂停',
    DISK_FILLING: '磁盘快满了', DEAD_LETTERS: '有死信', BATCH_STALLED: '批次没有进展',
    DATABASE_AWAY_DO: '请启动 PostgreSQL，或检查 TIANKONG_DB_URL。恢复后工作会自动继续。', BROKER_AWAY_DO: '请检查消息服务器和它的磁盘空间。恢复后工作会自动继续。',
    MODEL_NOT_LOADED_DO: '请安装模型，或在 TIANKONG_MODEL 中换一个，然后重启服务器。', NO_WORKER_DO: '有文本在等待，但没有人处理。请启动服务器，或查看日志。',
    QUEUE_PAUSED_DO: '暂停的队列不会处理消息，重启之后也一样。原因消除后请恢复它。', DISK_FILLING_DO: '请删除不再需要的批次，给批次设置保留时间（ttl），或扩大磁盘。磁盘满了就不会再处理。',
    DEAD_LETTERS_DO: '有文本或提交多次尝试都失败了。请先解决错误信息或日志里的原因，再重试或丢弃。', BATCH_STALLED_DO: '批次在运行，但 10 分钟没有新结果。请查看日志；丢失的消息会自动重发。',
    toModels: '查看模型', toWorkers: '查看工作线程', toQueues: '去队列页恢复', toLargest: '从最大的批次开始清理', toDead: '查看死信', toRunning: '查看运行中的批次', toFailed: '查看有错误的批次',
  },
  en: {
    title: 'Overview', batches: 'Batches today', items: 'Items today', failureRate: 'Failure rate', cacheHitShare: 'From the cache', lastHour: 'Done in the last hour', repeated: 'Redelivered today',
    throughput: 'The last hour: items done a minute', succeeded: 'Succeeded', failed: 'Failed', latency: 'Latency', interactive: 'Requests at once', batch: 'Batches', seconds: '{0} s',
    interactiveMeaning: 'Those of “Try it” and the like, in the last hour', batchMeaning: 'Today’s, from their submit to their end', nothing: 'None yet.', p50: 'Half are faster', p95: '95% are faster', p99: '99% are faster',
    fine: 'All is well.', DATABASE_AWAY: 'The database is away', BROKER_AWAY: 'The broker is away', MODEL_NOT_LOADED: 'The model is not loaded', NO_WORKER: 'No worker is at work', QUEUE_PAUSED: 'A queue is paused',
    DISK_FILLING: 'The disk is filling', DEAD_LETTERS: 'There are dead letters', BATCH_STALLED: 'A batch makes no progress',
    DATABASE_AWAY_DO: 'Start PostgreSQL, or look at TIANKONG_DB_URL.', BROKER_AWAY_DO: 'Look at the broker, and at the room on its disk.',
    MODEL_NOT_LOADED_DO: 'Install it, or name another one.', NO_WORKER_DO: 'Texts wait, and nobody takes them.',
    QUEUE_PAUSED_DO: 'Resume it once the reason is gone.', DISK_FILLING_DO: 'Make room before it is full.',
    DEAD_LETTERS_DO: 'Mend the cause, then retry or discard them.', BATCH_STALLED_DO: 'Find out what holds it up.',
    toModels: 'Models', toWorkers: 'See the workers', toQueues: 'Resume it', toLargest: 'See the largest batches', toDead: 'See the dead letters', toRunning: 'See the running batches', toFailed: 'See batches with errors',
  },
};

const FOLDERS = { "the broker's journal": '消息日志' };

/** What the server says of an alert in English, with the values of it; nothing where its other words say all. */
export const CHINESE_DETAILS = {
  NO_WORKER: () => '',
  BATCH_STALLED: () => '',
  QUEUE_PAUSED: ({ queues }) => `暂停的队列：${queues}`,
  DISK_FILLING: ({ folder, percent }) => `${FOLDERS[folder] ?? folder} 所在的磁盘已用 ${percent}%。`,
  DEAD_LETTERS: ({ chunks, submits }) =>
    [chunks && `放弃处理的文本块：${chunks} 个。`, submits && `tiankong.submit.dead 中的提交请求：${submits} 条。`].filter(Boolean).join(' '),
};
