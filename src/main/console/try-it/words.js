export default {
  zh: {
    title: '试一试', text: '句子', hint: '空处写 [MASK]，一处一个。边写边答，也可以按回车。', examples: '示例',
    model: '模型', topK: '候选数', candidates: '候选范围', any: '不限', han: '只要汉字', targets: '只在这些词里选（用空格隔开）',
    blank: '第 {0} 个空', use: '填入 {0}', together: '几个空一起看', filled: '填好的句子', took: '{0} 毫秒', insert: '插入 [MASK]',
    options: '选项',
  },
  en: {
    title: 'Try it', text: 'Sentence', hint: 'Write [MASK] for each blank. It is answered as you type, or on Enter.', examples: 'Examples',
    model: 'Model', topK: 'Candidates', candidates: 'Kind', any: 'Any', han: 'Han characters only', targets: 'Choose from these words only (separated by spaces)',
    blank: 'Blank {0}', use: 'Put in {0}', together: 'All blanks together', filled: 'The sentence, filled', took: '{0} ms', insert: 'Insert [MASK]',
    options: 'Options',
  },
};

/** Those of the tutorial that this product grew from; the fourth has its typo mended. */
export const EXAMPLES = [
  '床前明月光，疑是地[MASK]霜。',
  '人生自古谁无死，留取丹心照汗[MASK]。',
  '山重水复疑无路，柳暗花明又一[MASK]。',
  '春风又[MASK]江南岸，明月何时照我还。',
  '海阔凭鱼跃，天高任鸟[MASK]。',
  '中国的首都是[MASK][MASK]。',
];
