export default {
  zh: {
    title: '模型', first: '默认', loaded: '已加载', idle: '未加载', try: '试一试', task: '任务', licence: '许可证', layers: '层数', heads: '注意力头',
    hidden: '隐藏维度', vocabulary: '词表', window: '窗口（token）', source: '来源', 'fill-mask': '填空', unknown: '未注明',
    precision: '精度', size: '权重大小', agreement: '与 fp32 相比', used: '正在使用', usedNext: '用到时加载', unused: '未使用', reference: '基准', unmeasured: '未测',
    agrees: '{1} 句中首选相同 {0}，分数平均差 {2}', unusable: '无法使用：该模型没有服务器所配置的精度（TIANKONG_PRECISION），或者未通过精度检验。',
    none: '还没有安装模型。', noFirst: '默认模型不存在：请安装它，或用 TIANKONG_MODEL 指定其他模型，然后重启服务器。',
    more: '安装其他模型', command: '安装命令', how: '在服务器的项目目录下运行下面的命令，会从 Hugging Face 下载一个 BERT 模型并转换。装好即可使用，无需重启。',
    int8: '-Dprecisions=fp32,bf16,int8 会额外生成 int8：先用 500 句检验，预测结果与 fp32 足够接近时，服务器才会加载。-Dmodel 也可以是本机的目录、zip 或 jar。',
  },
  en: {
    title: 'Models', first: 'Default', loaded: 'In memory', idle: 'Not in memory', try: 'Try it', task: 'Task', licence: 'Licence', layers: 'Layers', heads: 'Attention heads',
    hidden: 'Hidden size', vocabulary: 'Vocabulary', window: 'Window (tokens)', source: 'Source', 'fill-mask': 'Fill mask', unknown: 'unknown',
    precision: 'Precision', size: 'Size of weights', agreement: 'Compared with fp32', used: 'In use', usedNext: 'Loaded when needed', unused: 'Not used', reference: 'reference', unmeasured: 'not measured',
    agrees: 'same first candidate in {0} of {1} texts, mean score difference {2}', unusable: 'Cannot be used: the model lacks the configured precision (TIANKONG_PRECISION) or failed its accuracy check.',
    none: 'No models are installed.', noFirst: 'The default model is missing. Install it, or choose another one with TIANKONG_MODEL and restart the server.',
    more: 'Install another model', command: 'Command', how: 'Run this in the project directory on the server. It downloads a BERT model from Hugging Face and converts it. The model is available immediately, without a restart.',
    int8: '-Dprecisions=fp32,bf16,int8 also creates int8. It is tested on 500 texts, and loaded only if its predictions are close to those of fp32. -Dmodel can also be a directory, zip or jar on that machine.',
  },
};
