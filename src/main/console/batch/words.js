export default {
  zh: {
    title: '批次', total: '总数', succeeded: '成功', failed: '失败', cacheHits: '缓存命中', rate: '速度', left: '剩余', perSecond: '{0} 条/秒',
    model: '模型', attempts: '处理次数', created: '提交', finished: '结束', throughput: '每秒完成的条目数', results: '结果', onlyFailed: '只看失败',
    index: '序号', text: '文本', answer: '候选', more: '更多', download: '下载', none: '还没有结果。', command: '用命令行或 SQL 得到同样的结果',
    pause: '暂停', resume: '继续', cancel: '取消', retry: '重试失败项', delete: '删除', sureCancel: '取消这个批次？还没有结果的条目不会再处理。', sureDelete: '删除这个批次？它的文本和结果都会消失，无法恢复。', progress: '进度',
  },
  en: {
    title: 'Batch', total: 'Texts', succeeded: 'Succeeded', failed: 'Failed', cacheHits: 'From the cache', rate: 'Rate', left: 'Left', perSecond: '{0}/s',
    model: 'Model', attempts: 'Attempts', created: 'Submitted', finished: 'Finished', throughput: 'Items a second', results: 'Results', onlyFailed: 'Only failures',
    index: 'No.', text: 'Text', answer: 'Candidates', more: 'More', download: 'Download', none: 'No results yet.', command: 'The same by curl or SQL',
    pause: 'Pause', resume: 'Resume', cancel: 'Cancel', retry: 'Retry failed', delete: 'Delete', sureCancel: 'Cancel this batch? What has no result yet gets none.', sureDelete: 'Delete this batch? Its texts and results are gone for good.', progress: 'Progress',
  },
};
