export default {
  zh: {
    title: '试一试', text: '句子', hint: '每处空写一个 [MASK]。输入时自动显示候选，也可以按回车。', examples: '示例',
    model: '模型', topK: '候选数', candidates: '候选范围', any: '不限', han: '只要汉字', targets: '限定候选词（用空格隔开）',
    blank: '第 {0} 个空', use: '填入 {0}', together: '整句结果', filled: '填好的句子', took: '{0} 毫秒', insert: '插入 [MASK]',
    options: '选项',
  },
  en: {
    title: 'Try it', text: 'Sentence', hint: 'Write [MASK] for each blank. Candidates appear as you type, or press Enter.', examples: 'Examples',
    model: 'Model', topK: 'Candidates', candidates: 'Candidate filter', any: 'Any', han: 'Han characters only', targets: 'Allowed words (separated by spaces)',
    blank: 'Blank {0}', use: 'Insert {0}', together: 'All blanks together', filled: 'Filled sentence', took: '{0} ms', insert: 'Insert [MASK]',
    options: 'Options',
  },
};

/** The tutorial's sentences; the fourth with its typo corrected. */
export const EXAMPLES = [
  '床前明月光，疑是地[MASK]霜。',
  '人生自古谁无死，留取丹心照汗[MASK]。',
  '山重水复疑无路，柳暗花明又一[MASK]。',
  '春风又[MASK]江南岸，明月何时照我还。',
  '海阔凭鱼跃，天高任鸟[MASK]。',
  '中国的首都是[MASK][MASK]。',
];
