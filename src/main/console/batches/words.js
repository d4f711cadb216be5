export default {
  zh: {
    title: '批次', state: '状态', any: '全部', name: '名称', tag: '标签', owner: '提交者', progress: '进度', rate: '速度', left: '剩余',
    age: '提交于', perSecond: '{0} 条/秒', none: '没有符合条件的批次。', empty: '还没有批次。', more: '更多', pick: '选中 {0}', pickAll: '全选',
    search: '按名称或编号查找', total: '条目', stillTakes: '还需 {0}', new: '新建批次', 'try-it': '试一试', held: '有 {0} 个新批次', hidden: '（其中 {0} 个未显示）', unpick: '取消选择',
    failures: '{0} 个失败', sort: '排序', sortBy: '排序：{0}', 'by-created': '最新的在前', bycreated: '最早的在前', byname: '名称', 'by-state': '未完成的在前', 'by-total': '条目多的在前', bytotal: '条目少的在前',
    pause: '暂停', resume: '继续', cancel: '取消', retry: '重试失败项', delete: '删除', picked: '已选 {0} 个',
    sureCancel: '取消这 {0} 个批次？尚无结果的条目将不再处理，已有结果会保留。', sureDelete: '删除这 {0} 个批次？它们的文本和结果会永久删除，无法恢复。',
    refused: '{0} 个操作失败。', because: '{0}：{1}', others: '另外 {0} 个',
  },
  en: {
    title: 'Batches', state: 'State', any: 'All', name: 'Name', tag: 'Tag', owner: 'Owner', progress: 'Progress', rate: 'Rate', left: 'Remaining',
    age: 'Submitted', perSecond: '{0}/s', none: 'No matching batches.', empty: 'No batches yet.', more: 'More', pick: 'Select {0}', pickAll: 'Select all',
    search: 'Name or id', total: 'Items', stillTakes: '{0} remaining', new: 'New batch', 'try-it': 'Try it', held: '{0} new', hidden: ' ({0} not shown)', unpick: 'Clear',
    failures: '{0} failed', sort: 'Sort', sortBy: 'Sort: {0}', 'by-created': 'newest first', bycreated: 'oldest first', byname: 'name', 'by-state': 'unfinished first', 'by-total': 'largest first', bytotal: 'smallest first',
    pause: 'Pause', resume: 'Resume', cancel: 'Cancel', retry: 'Retry failed', delete: 'Delete', picked: '{0} selected',
    sureCancel: 'Cancel these {0} batches? Texts without a result will not be processed; existing results are kept.',
    sureDelete: 'Delete these {0} batches? Their texts and results are deleted permanently.',
    refused: '{0} refused.', because: '{0}: {1}', others: '{0} more',
  },
};
