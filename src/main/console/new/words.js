export default {
  zh: {
    title: '新建批次', lines: '每行一条文本', linesHint: '空处写 [MASK]，一处一个；空行会跳过。', linesPlaceholder: '床前明月光，疑是地[MASK]霜。\n海阔凭鱼跃，天高任鸟[MASK]。',
    orFile: '或者把文件拖到这里，也可以', chooseFile: '选择文件', fileKinds: '.txt、.csv、.jsonl、.ndjson、.json，可以用 gzip 压缩（.gz）',
    dropHere: '松开鼠标，使用这个文件', otherFile: '换一个文件', removeFile: '不用这个文件', chooseAgain: '页面重新加载过，请重新选择 {0}（{1}）。', charset: '编码', column: '文本所在的列',
    looseMasks: '____ 和（ ）也算空', inFile: '文件里写了的选项，以文件为准。',
    preview: '预览', nothing: '粘贴文本或选择文件后，这里会逐行检查。', firstTexts: '开头几条', checking: '正在检查…', sentOf: '已发送 {0}，共 {1}', stop: '停止',
    large: '文件较大（{0}）。检查每一行需要先把它发送一遍，提交时再发送一遍；也可以直接提交。', check: '检查全部行',
    valid: '{0} 条可以填', invalid: '{0} 条有问题', warned: '{0} 条有警告', warnings: '有警告的行', onlyFirstWarnings: '只列出前 {0} 处警告。', total: '共 {0} 条，{1} 可用', flawless: '没有发现问题。', flaws: '有问题的行', line: '第 {0} 行',
    onlyFirst: '只列出前 {0} 条，共 {1} 条有问题。', couldBeLoose: '有些文本用 ____ 或（ ）表示空。', allowLoose: '也算作空', refusedBeside: '改好标出的地方后会再检查。',
    onError: '有问题的文本', fail: '其余照常处理，有问题的记为失败', reject: '只要有问题就全部不提交',
    name: '名称', namePlaceholder: '方便以后查找', model: '模型', topK: '候选数', more: '更多选项', tags: '标签', tagsPlaceholder: '诗词, 唐代', candidates: '候选范围', any: '不限', han: '只要汉字',
    priority: '优先级', first: '{0}（最先）', usual: '{0}（普通）', last: '{0}（最后）', targets: '只在这些词里选', targetsPlaceholder: '霜 雪 冰', notBefore: '不早于（本地时间）',
    ttl: '结束后保留天数', ttlPlaceholder: '按服务器设置', callbackUrl: '结束时通知的地址（webhook）',
    submit: '提交', again: '再次提交', submitting: '正在上传', speed: '{0}/秒，还要 {1}', storing: '已全部发送，服务器正在保存…', cancel: '取消', cancelled: '已取消，没有提交。', cancelledLate: '已取消等待。服务器可能已经收下，再次提交不会产生第二个批次。',
    noneValid: '没有一条可以填，请先修改。', stay: '上传结束后才能切换语言。',
  },
  en: {
    title: 'New batch', lines: 'A text a line', linesHint: 'Write [MASK] for each blank. Empty lines are passed over.', linesPlaceholder: '床前明月光，疑是地[MASK]霜。\n海阔凭鱼跃，天高任鸟[MASK]。',
    orFile: 'Or drop a file here, or', chooseFile: 'choose a file', fileKinds: '.txt, .csv, .jsonl, .ndjson or .json, perhaps packed with gzip (.gz)',
    dropHere: 'Let go to take this file', otherFile: 'Choose another', removeFile: 'Remove', chooseAgain: 'The page was loaded anew: choose {0} ({1}) again.', charset: 'Encoding', column: 'Column with the texts',
    looseMasks: '____ and （ ） are blanks, too', inFile: 'Options that stand in the file win over those here.',
    preview: 'Preview', nothing: 'Paste texts or choose a file: they are checked here, line by line.', firstTexts: 'The first texts', checking: 'Checking…', sentOf: '{0} of {1} sent', stop: 'Stop',
    large: 'This is a large file ({0}). To check each line it is sent once, and once more to submit it; it can be submitted without.', check: 'Check all lines',
    valid: '{0} good', invalid: '{0} flawed', warned: '{0} with warnings', warnings: 'Lines with warnings', onlyFirstWarnings: 'The first {0} warnings are shown.', total: '{0} in all, {1} can be filled', flawless: 'Nothing is wrong with them.', flaws: 'Flawed lines', line: 'Line {0}',
    onlyFirst: 'The first {0} of {1} are shown.', couldBeLoose: 'Some texts have ____ or （ ） for a blank.', allowLoose: 'Count as blanks', refusedBeside: 'Checked again once you have mended what is marked.',
    onError: 'Flawed texts', fail: 'fail alone; the others are filled', reject: 'make the whole batch be refused',
    name: 'Name', namePlaceholder: 'To find it by', model: 'Model', topK: 'Candidates', more: 'More options', tags: 'Tags', tagsPlaceholder: 'poetry, Tang', candidates: 'Kind', any: 'Any', han: 'Han characters only',
    priority: 'Priority', first: '{0} (first)', usual: '{0} (usual)', last: '{0} (last)', targets: 'Choose from these words only', targetsPlaceholder: '霜 雪 冰', notBefore: 'Not before (your time)',
    ttl: 'Days to keep after the end', ttlPlaceholder: 'As the server is set', callbackUrl: 'Address to tell the end to (webhook)',
    submit: 'Submit', again: 'Submit again', submitting: 'Uploading', speed: '{0}/s, {1} left', storing: 'All is sent, the server stores it…', cancel: 'Cancel', cancelled: 'Cancelled. Nothing was submitted.', cancelledLate: 'No longer waiting. The server may have it already; submitting again makes no second batch.',
    noneValid: 'None of them can be filled: mend them first.', stay: 'The language can be changed once the upload has ended.',
  },
};

/** Why it is not submitted, where the page itself found out. */
export const REFUSED = {
  zh: {
    'no-text-column': '第一行里没有名为 text 的列：改列名，或者先解压再选。', 'unknown-ending': '读不了这种文件，请选 .txt、.csv、.jsonl、.ndjson 或 .json：', 'several-files': '一次只能提交一个文件。', damaged: '文件损坏，或者不是 gzip 格式。',
    'file-changed': '选中之后文件被改动或移走了，请重新选择。', broken: '连接中断了。再次提交即可，不会产生第二个批次。',
  },
  en: {
    'no-text-column': 'No column is named text: rename one, or unpack the file and choose it again.', 'unknown-ending': 'Files of this kind cannot be read. Choose a .txt, .csv, .jsonl, .ndjson or .json:', 'several-files': 'One file at a time, please.', damaged: 'The file is damaged, or not packed with gzip.',
    'file-changed': 'The file was changed or moved since you chose it: choose it again.', broken: 'The connection broke. Submit again; that makes no second batch.',
  },
};
