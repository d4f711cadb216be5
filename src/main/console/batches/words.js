export default {
  zh: {
    title: '批次', state: '状态', any: '全部', name: '名称', tag: '标签', owner: '提交者', progress: '进度', rate: '速度', left: '剩余',
    age: '提交于', perSecond: '{0} 条/秒', none: '没有符合条件的批次。', more: '更多', pick: '选中 {0}', pickAll: '全选', find: '查找',
    pause: '暂停', resume: '继续', cancel: '取消', retry: '重试失败项', delete: '删除', picked: '已选 {0} 个',
    sureCancel: '取消这 {0} 个批次？还没有结果的条目不会再处理，已有的结果会保留。', sureDelete: '删除这 {0} 个批次？它们的文本和结果都会消失，无法恢复。',
  },
  en: {
    title: 'Batches', state: 'State', any: 'All', name: 'Name', tag: 'Tag', owner: 'Owner', progress: 'Progress', rate: 'Rate', left: 'Left',
    age: 'Submitted', perSecond: '{0}/s', none: 'No batch is like that.', more: 'More', pick: 'Select {0}', pickAll: 'Select all', find: 'Find',
    pause: 'Pause', resume: 'Resume', cancel: 'Cancel', retry: 'Retry failed', delete: 'Delete', picked: '{0} selected',
    sureCancel: 'Cancel these {0} batches? What has no result yet gets none; results that are there stay.',
    sureDelete: 'Delete these {0} batches? Their texts and results are gone for good.',
  },
};
