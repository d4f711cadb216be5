export default {
  zh: {
    title: '队列', name: '名称', depth: '积压', inDelivery: '处理中', consumers: '消费者', rates: '进 / 出（每秒）', awaiting: '等待重投', killed: '转死信', oldest: '最早一条',
    pause: '暂停', resume: '恢复', paused: '已暂停', history: '最近一小时的积压', sure: '暂停队列 {0}？恢复之前，它的消息都不会处理。',
    dead: '死信', reason: '原因', text: '文本', attempts: '次数', at: '时间', retry: '重试', discard: '丢弃', all: '全部{0}', none: '没有死信。', batch: '批次',
    sureAll: '对全部死信执行“{0}”？', workers: '工作线程', node: '节点', doing: '正在处理', idle: '空闲', speed: '条/秒', memory: '内存', gone: '失联', chunk: '{0}，第 {1} 块', more: '更多',
  },
  en: {
    title: 'Queues', name: 'Name', depth: 'Depth', inDelivery: 'In delivery', consumers: 'Consumers', rates: 'In / out a second', awaiting: 'To be redelivered', killed: 'Dead-lettered', oldest: 'Oldest',
    pause: 'Pause', resume: 'Resume', paused: 'Paused', history: 'Depth in the last hour', sure: 'Pause the queue {0}? None of its messages is taken until it is resumed.',
    dead: 'Dead letters', reason: 'Reason', text: 'Text', attempts: 'Attempts', at: 'When', retry: 'Retry', discard: 'Discard', all: '{0} all', none: 'There are no dead letters.', batch: 'Batch',
    sureAll: '{0} all dead letters?', workers: 'Workers', node: 'Node', doing: 'At', idle: 'idle', speed: 'Texts/s', memory: 'Memory', gone: 'silent', chunk: '{0}, chunk {1}', more: 'More',
  },
};
