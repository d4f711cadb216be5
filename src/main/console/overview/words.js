export default {
  zh: {
    title: '总览', batches: '今天的批次', items: '今天的条目', failureRate: '失败率', cacheHitShare: '缓存命中', running: '运行中', waiting: '等待的条目',
    throughput: '最近一小时，每分钟完成的条目', succeeded: '成功', failed: '失败', latency: '耗时', interactive: '即时请求', batch: '批次', seconds: '{0} 秒',
    fine: '一切正常。', DATABASE_AWAY: '数据库连不上', BROKER_AWAY: '消息服务器连不上', MODEL_NOT_LOADED: '模型没有加载', NO_WORKER: '没有工作线程在处理',
    DISK_FILLING: '磁盘快满了', DEAD_LETTERS: '有死信', BATCH_STALLED: '批次没有进展',
  },
  en: {
    title: 'Overview', batches: 'Batches today', items: 'Items today', failureRate: 'Failure rate', cacheHitShare: 'From the cache', running: 'Running', waiting: 'Items waiting',
    throughput: 'The last hour: items done a minute', succeeded: 'Succeeded', failed: 'Failed', latency: 'Latency', interactive: 'Requests at once', batch: 'Batches', seconds: '{0} s',
    fine: 'All is well.', DATABASE_AWAY: 'The database is away', BROKER_AWAY: 'The broker is away', MODEL_NOT_LOADED: 'The model is not loaded', NO_WORKER: 'No worker is at work',
    DISK_FILLING: 'The disk is filling', DEAD_LETTERS: 'There are dead letters', BATCH_STALLED: 'A batch makes no progress',
  },
};
