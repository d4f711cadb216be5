export default {
  zh: {
    title: '新建批次', lines: '每行一条文本', linesHint: '空处写 [MASK]，一处一个；空行会跳过。', anyLinesHint: '空行会跳过。', linesPlaceholder: '床前明月光，疑是地[MASK]霜。\n海阔凭鱼跃，天高任鸟[MASK]。',
    orFile: '或者将文件拖到这里，也可以', chooseFile: '选择文件', fileKinds: '.txt、.csv、.jsonl、.ndjson、.json，可以用 gzip 压缩（.gz）',
    dropHere: '松开以使用此文件', otherFile: '更换文件', removeFile: '移除文件', chooseAgain: '页面重新加载过，请重新选择 {0}（{1}）。', charset: '编码', column: '文本所在的列',
    looseMasks: '将 ____ 和（ ）也视为空', inFile: '文件中的选项优先于此处的设置。',
    preview: '预览', nothing: '粘贴文本或选择文件后，这里会逐行检查。', firstTexts: '开头几条', checking: '正在检查…', sentOf: '已发送 {0}，共 {1}', stop: '停止',
    large: '文件较大（{0}）。检查全部行需要先上传一次，提交时会再上传一次；也可以不检查直接提交。', check: '检查全部行',
    valid: '{0} 条可用', invalid: '{0} 条有问题', warned: '{0} 条有警告', warnings: '有警告的行', onlyFirstWarnings: '只列出前 {0} 处警告。', total: '共 {0} 条，{1} 可用', flawless: '没有发现问题。', flaws: '有问题的行', line: '第 {0} 行',
    onlyFirst: '只列出前 {0} 条，共 {1} 条有问题。', couldBeLoose: '有些文本用 ____ 或（ ）表示空。', allowLoose: '也视为空', refusedBeside: '改好标出的地方后会再检查。',
    onError: '有问题的文本', fail: '仅这些文本失败，其余照常处理', reject: '整个批次不提交',
    name: '名称', namePlaceholder: '方便以后查找', task: '任务', model: '模型', topK: '候选数', more: '更多选项', tags: '标签', tagsPlaceholder: '诗词, 唐代', candidates: '候选范围', any: '不限', han: '只要汉字',
    priority: '优先级', first: '{0}（最先）', usual: '{0}（普通）', last: '{0}（最后）', targets: '限定候选词', targetsPlaceholder: '霜 雪 冰', notBefore: '最早开始时间（本地时间）',
    ttl: '结束后保留天数', ttlPlaceholder: '使用服务器默认值', callbackUrl: '批次结束时通知的地址（Webhook）',
    submit: '提交', again: '再次提交', submitting: '正在上传', speed: '{0}/秒，剩余 {1}', storing: '上传完成，服务器正在保存…', cancel: '取消', cancelled: '已取消，没有提交。', cancelledLate: '已停止等待。服务器可能已经保存了批次，再次提交不会重复创建。',
    noneValid: '没有可用的文本，请先修改。', stay: '上传结束后才能切换语言。',
  },
  en: {
    title: 'New batch', lines: 'One text per line', linesHint: 'Write [MASK] for each blank. Empty lines are skipped.', anyLinesHint: 'Empty lines are skipped.', linesPlaceholder: '床前明月光，疑是地[MASK]霜。\n海阔凭鱼跃，天高任鸟[MASK]。',
    orFile: 'Or drop a file here, or', chooseFile: 'choose a file', fileKinds: '.txt, .csv, .jsonl, .ndjson or .json, optionally compressed with gzip (.gz)',
    dropHere: 'Drop to use this file', otherFile: 'Choose another file', removeFile: 'Remove', chooseAgain: 'The page was reloaded: choose {0} ({1}) again.', charset: 'Encoding', column: 'Text column',
    looseMasks: 'Also treat ____ and （ ） as blanks', inFile: 'Options in the file override those here.',
    preview: 'Preview', nothing: 'Paste texts or choose a file to see each line checked here.', firstTexts: 'First texts', checking: 'Checking…', sentOf: '{0} of {1} sent', stop: 'Stop',
    large: 'This is a large file ({0}). Checking every line uploads it once, and submitting uploads it again. You can also submit it without checking.', check: 'Check all lines',
    valid: '{0} valid', invalid: '{0} with errors', warned: '{0} with warnings', warnings: 'Lines with warnings', onlyFirstWarnings: 'Only the first {0} warnings are shown.', total: '{0} in total, {1} valid', flawless: 'No problems found.', flaws: 'Lines with errors', line: 'Line {0}',
    onlyFirst: 'Only the first {0} of {1} are shown.', couldBeLoose: 'Some texts use ____ or （ ） as a blank.', allowLoose: 'Treat as blanks', refusedBeside: 'Correct the marked fields to check again.',
    onError: 'Texts with errors', fail: 'Fail alone; process the others', reject: 'Reject the whole batch',
    name: 'Name', namePlaceholder: 'Helps to find the batch later', task: 'Task', model: 'Model', topK: 'Candidates', more: 'More options', tags: 'Tags', tagsPlaceholder: 'poetry, Tang', candidates: 'Candidate filter', any: 'Any', han: 'Han characters only',
    priority: 'Priority', first: '{0} (first)', usual: '{0} (normal)', last: '{0} (last)', targets: 'Allowed words', targetsPlaceholder: '霜 雪 冰', notBefore: 'Start no earlier than (local time)',
    ttl: 'Days to keep after the end', ttlPlaceholder: 'Server default', callbackUrl: 'Webhook URL, called when the batch ends',
    submit: 'Submit', again: 'Submit again', submitting: 'Uploading', speed: '{0}/s, {1} remaining', storing: 'Upload complete, the server is storing it…', cancel: 'Cancel', cancelled: 'Cancelled. Nothing was submitted.', cancelledLate: 'Stopped waiting. The server may already have stored the batch; submitting again does not create a second one.',
    noneValid: 'No text is valid. Correct the errors first.', stay: 'The language can be changed after the upload.',
  },
};

/** Problems found by the page itself, before submitting. */
export const REFUSED = {
  zh: {
    'no-text-column': '第一行中没有名为 text 的列：请修改列名，或者解压后重新选择。', 'unknown-ending': '不支持这种文件，请选择 .txt、.csv、.jsonl、.ndjson 或 .json：', 'several-files': '一次只能提交一个文件。', damaged: '文件损坏，或者不是 gzip 格式。',
    'file-changed': '文件在选择之后被修改或移动，请重新选择。', broken: '连接中断。请再次提交，不会重复创建批次。',
  },
  en: {
    'no-text-column': 'No column is named text. Rename one, or decompress the file and choose it again.', 'unknown-ending': 'Unsupported file type. Choose a .txt, .csv, .jsonl, .ndjson or .json file:', 'several-files': 'Choose only one file.', damaged: 'The file is damaged or not in gzip format.',
    'file-changed': 'The file was changed or moved after you chose it. Choose it again.', broken: 'The connection was interrupted. Submit again; this does not create a second batch.',
  },
};
