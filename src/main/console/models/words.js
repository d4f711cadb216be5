export default {
  zh: {
    title: '模型', first: '默认', loaded: '已载入', idle: '未载入', try: '试一试', task: '任务', licence: '许可证', layers: '层数', heads: '注意力头',
    hidden: '隐藏维度', vocabulary: '词表', window: '窗口（词元）', source: '来源', 'fill-mask': '填空', unknown: '未注明',
    precision: '精度', size: '权重大小', agreement: '与 fp32 相比', used: '正在使用', usedNext: '用到时载入', unused: '未使用', reference: '基准', unmeasured: '未测',
    agrees: '{1} 句中首选相同 {0}，分数平均差 {2}', unusable: '服务器设定的精度（TIANKONG_PRECISION）这个模型没有，或没有通过检验，因此不能使用。',
    none: '还没有安装模型。', noFirst: '默认模型没有装好：请安装它，或用 TIANKONG_MODEL 另选一个，然后重新启动。',
    more: '安装其他模型', command: '安装命令', how: '在服务器上的项目目录里运行下面的命令：从 Hugging Face 下载一个 BERT 并转换。装好就能用，不必重新启动。',
    int8: '-Dprecisions=fp32,bf16,int8 会加上 int8：先用 500 句检验，答得与 fp32 足够接近，服务器才会载入。-Dmodel 也可以是本机的文件夹、zip 或 jar。',
  },
  en: {
    title: 'Models', first: 'Default', loaded: 'In memory', idle: 'Not in memory', try: 'Try it', task: 'Task', licence: 'Licence', layers: 'Layers', heads: 'Attention heads',
    hidden: 'Hidden size', vocabulary: 'Vocabulary', window: 'Window (tokens)', source: 'Source', 'fill-mask': 'Fill mask', unknown: 'unknown',
    precision: 'Precision', size: 'Size of the weights', agreement: 'Against fp32', used: 'In use', usedNext: 'Loaded when needed', unused: 'Not used', reference: 'the reference', unmeasured: 'not measured',
    agrees: 'same first answer in {0} of {1} texts, scores {2} apart on average', unusable: 'It cannot be used: it does not have the precision that the server is set to (TIANKONG_PRECISION), or failed its trial.',
    none: 'No model is installed.', noFirst: 'The default model is missing: install it, or choose another one with TIANKONG_MODEL and start again.',
    more: 'Install another model', command: 'Command to install', how: 'Run this in the project’s folder on the server: it downloads a BERT from Hugging Face and converts it. It can be used at once, without a restart.',
    int8: '-Dprecisions=fp32,bf16,int8 adds int8: it is tried on 500 texts first, and loaded only if it answers nearly as fp32 does. -Dmodel can also be a folder, zip or jar on that machine.',
  },
};
