export default {
  zh: {
    title: '队列', name: '名称', depth: '积压', inDelivery: '处理中', consumers: '消费者', rates: '进 / 出（每秒）', awaiting: '等待重投', killed: '转死信', oldest: '最早一条',
    attemptsToday: '今日批次的处理次数', repeatedToday: '其中重投', in: '进', out: '出', perSecond: '{0} 条/秒', topic: '主题', subscriptions: '主题订阅', added: '累计收到', acknowledged: '累计确认',
    pause: '暂停', resume: '恢复', paused: '已暂停', history: '最近一小时的积压', rateHistory: '最近一小时的速度', sure: '暂停队列 {0}？恢复之前，其中的消息不会投递。',
    browse: '查看消息', again: '刷新', noMessage: '没有等待中的消息。', priority: '优先级 {0}', deliveries: '已投递 {0} 次', id: '编号', body: '消息内容', cut: '内容的前 {0} 个字符，共 {1} 个。',
    dead: '死信', retry: '重试', discard: '丢弃', all: '全部{0}', some: '{0}所选（{1}）', none: '没有死信。', submits: '经消息服务器提交、多次投递均失败的请求', sureSubmits: '对全部这些请求执行“{0}”？', batch: '批次', times: '尝试 {0} 次', items: '{0} 个条目',
    sureAll: '对全部死信执行“{0}”？', surePicked: '对所选的 {1} 条死信执行“{0}”？', pickGroup: '选中这个原因的 {0} 条', pickOne: '选中“{0}”',
    workers: '工作线程', idle: '空闲', speed: '速度', memory: '内存', ofHeap: '{0}（Java 堆 {1} / {2}）', uptime: '已运行', models: '已加载的模型',
    duties: '后台任务', every: '间隔', lastRun: '上次运行', took: '耗时', outcome: '结果', seconds: '{0} 秒', running: '运行中', run: '立即运行', runThis: '立即运行 {0}', SUCCEEDED: '成功', FAILED: '失败', SKIPPED: '因故障跳过',
    alive: '在线', gone: '失联，{0}', chunk: '{0}，第 {1} 块', more: '更多',
  },
  en: {
    title: 'Queues', name: 'Name', depth: 'Depth', inDelivery: 'In delivery', consumers: 'Consumers', rates: 'In / out per second', awaiting: 'Awaiting redelivery', killed: 'Dead-lettered', oldest: 'Oldest',
    attemptsToday: 'Attempts (today’s batches)', repeatedToday: 'Retries today', in: 'In', out: 'Out', perSecond: '{0}/s', topic: 'Topic', subscriptions: 'Subscriptions', added: 'Added', acknowledged: 'Acknowledged',
    pause: 'Pause', resume: 'Resume', paused: 'Paused', history: 'Depth in the last hour', rateHistory: 'Rates in the last hour', sure: 'Pause queue {0}? Its messages will not be delivered until it is resumed.',
    browse: 'View messages', again: 'Reload', noMessage: 'No waiting messages.', priority: 'priority {0}', deliveries: 'delivered {0} times', id: 'Id', body: 'Body', cut: 'The first {0} characters of {1}.',
    dead: 'Dead letters', retry: 'Retry', discard: 'Discard', all: '{0} all', some: '{0} selected ({1})', none: 'No dead letters.', submits: 'Submits over the broker that failed repeatedly', sureSubmits: '{0} all of these submits?', batch: 'Batch', times: '{0} attempts', items: '{0} items',
    sureAll: '{0} all dead letters?', surePicked: '{0} {1} dead letters?', pickGroup: 'Select all {0} with this reason', pickOne: 'Select “{0}”',
    workers: 'Workers', idle: 'idle', speed: 'Speed', memory: 'Memory', ofHeap: '{0} (Java heap {1} of {2})', uptime: 'Uptime', models: 'Loaded models',
    duties: 'Duties', every: 'Interval', lastRun: 'Last run', took: 'Duration', outcome: 'Outcome', seconds: '{0} s', running: 'Running', run: 'Run now', runThis: 'Run {0} now', SUCCEEDED: 'Succeeded', FAILED: 'Failed', SKIPPED: 'Skipped (outage)',
    alive: 'alive', gone: 'unreachable, {0}', chunk: '{0}, chunk {1}', more: 'More',
  },
};
