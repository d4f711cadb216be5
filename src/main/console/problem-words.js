/**
 * Messages for problems and for errors of texts, by code; by `code.reason` or `code.reason.option` where one code covers several
 * cases. Names in braces are parameters of the problem; a message whose parameters are missing is not used.
 */
export default {
  zh: {
    // 文本的错误
    EMPTY: '文本为空。请写一句话，在空处写 [MASK]。', NO_MASK: '没有空。请在要填的地方写 [MASK]。', 'NO_MASK.near-miss': '没有空，但有“{found}”：是否想写 [MASK]？',
    TOO_LONG: '太长，请拆成几条。', 'TOO_LONG.characters': '有 {found} 个字符，最多 {most} 个，请拆成几条。', 'TOO_LONG.tokens': '有 {found} 个 token，最多 {most} 个，请拆成几条。',
    NO_TARGET_FITS: '没有一个候选词填得进去：每个 token 占一个 [MASK]，请按字数写空。',
    'NO_TARGET_FITS.other-lengths': '没有一个候选词填得进去：连续的 [MASK] 有 {inRows} 个，而各词的 token 数是 {tokens}。',
    'NO_TARGET_FITS.too-many-masks': '没有一个候选词填得进去：有 {masks} 个 [MASK]，超过 {most} 个时只能填单个 token 的词。各词的 token 数：{tokens}。',
    NOT_A_STRING: '不是字符串。JSON 里的文本要加引号。', 'NOT_A_STRING.missing': '对象里没有 text，请写成 {"text": "…[MASK]…"}。',
    INVALID_CHARACTER: '含有 NUL 或不完整的字符（显示为 �），请删掉。',
    INVALID_LINE: '这一行无法解析。', 'INVALID_LINE.not-json': '第 {line} 行不是合法的 JSON。', 'INVALID_LINE.columns': '第 {record} 条记录有 {found} 个字段，而表头有 {columns} 列。',
    ATTEMPTS_EXHAUSTED: '尝试 {attempts} 次都失败了。请先解决下面的问题，再重试。',

    // 文本的警告
    MISSPELLED_MASK: '“{found}”按普通文字处理，是否想写 {suggestion}？', LOOSE_BLANK: '“{found}”按普通文字处理。如果是空，请写 {suggestion}，或者在选项中允许其他形式的空。',

    // 登录和权限
    'sign-in-required': '请先登录：用户名、密码或令牌不对，或者已经失效。', 'sign-in-closed': '密码连续输错太多次，请过一分钟再试。', forbidden: '你的角色不允许这样做。',
    'cross-site': '其他网站的页面不能这样做；允许的来源由 TIANKONG_CORS_ORIGINS 设定。', 'password-needed': '这一步要用密码，令牌不能修改用户、密码和令牌。',
    'role-too-high': '令牌的角色（{role}）不能高于你自己的角色（{own}）。', 'role-too-low': '当前登录的权限（{own}）低于这个令牌的角色（{role}），不能撤销它。请用密码登录后再试。',

    // 用户和令牌
    'invalid-user-name': '用户名为 1 到 64 个字符：英文字母、数字和 . _ @ -，以字母或数字开头。', 'user-name-taken': '用户名 {user} 已被使用，请换一个。',
    'user-name-taken.deleted': '用户名 {user} 曾被使用过，批次和审计记录中可能仍有它，请换一个。', 'built-in-user': '{user} 是内置用户，不能删除，也必须保持管理员角色，以便在没有其他管理员时登录。',
    'configured-password': '{user} 的密码由 TIANKONG_ADMIN_PASSWORD 或启动程序的密码文件设定，请在那里修改后重新启动。', 'no-such-user': '没有用户 {user}，可能刚被删除。',
    'invalid-password': '密码需要 {least} 到 {most} 个字符，字符种类不限。', 'weak-password': '这个密码太容易猜到。请用几个互不相关的词，中文也可以。',
    'weak-password.name': '这个密码差不多就是用户名或产品名，太容易猜到。请用几个互不相关的词，中文也可以。', 'weak-password.repeats': '这个密码在重复自己，太容易猜到。请用几个互不相关的词，中文也可以。',
    'weak-password.common': '这个密码由常见的密码和词组成，太容易猜到。请用几个互不相关的词，中文也可以。', 'weak-password.sequence': '这个密码是连续的字符，如 abcd、1234，太容易猜到。请用几个互不相关的词，中文也可以。',
    'weak-password.keyboard': '这个密码是键盘上相邻的键，太容易猜到。请用几个互不相关的词，中文也可以。', 'weak-password.date': '这个密码差不多就是日期，太容易猜到。请用几个互不相关的词，中文也可以。',
    'unknown-role': '没有这个角色，可选：{known}。', 'invalid-token-name': '令牌名称为 1 到 {most} 个字符，最好写明谁在用它。', 'invalid-token-name.reserved': '令牌不能叫 {name}，那是网页的登录。',
    'invalid-expiry': '有效期为 1 到 {most} 天。', 'too-many-tokens': '你已有 {found} 个令牌（过期的也算），请先撤销一个不再使用的。', 'no-such-token': '没有这个令牌，可能已经撤销。',

    // 找不到
    'not-found': '没有 {path} 这个地址。', 'no-such-batch': '没有这个批次：它从未存在，或者已经删除、过期。', 'no-such-delivery': '没有这条回调通知，它的批次可能已经删除。',
    'no-such-queue': '没有队列 {queue}。', 'no-such-duty': '没有后台任务 {duty}。', 'no-such-dead-letter': '这条死信已经不在了，可能刚被重试或丢弃。', 'no-such-webhook-secret': '你还没有签名回调用的密钥，请先生成一个。',

    // 请求的格式
    'invalid-body': '内容无法解析。', 'invalid-body.not-json': '第 {line} 行第 {column} 列处不是合法的 JSON。', 'invalid-body.ends-early': '内容是空的，或者不完整。',
    'invalid-body.not-decodable': '第 {line} 行不是 {charset} 编码：请另存为 UTF-8，或者选对编码。', 'invalid-body.too-deep': '嵌套的层数太多。', 'invalid-body.number-too-large': '有一个数太长或者太大。',
    'invalid-body.not-gzip': '不是 gzip 格式。', 'invalid-body.damaged-gzip': 'gzip 压缩的内容损坏或者不完整。', 'invalid-body.open-quotation': '有一个字段以引号开头，却没有结尾的引号。',
    'invalid-body.unnamed-column': '第一行里第 {column} 列没有名称。', 'invalid-body.duplicate-column': '第一行里有两列都叫“{found}”。', 'invalid-body.contradicting-type': '文件 {file} 的类型是 {type}，和文件名不一致，请改其中一个。',
    'invalid-body.wrong-type': '“{member}”的类型不对。', 'invalid-body.missing-member': '缺少“{member}”。', 'invalid-body.unknown-member': '没有“{member}”这个成员，可用：{known}。',
    'invalid-body.invalid-character': '“{member}”含有 NUL 或不完整的字符，请删掉。', 'invalid-body.no-texts': '没有文本：应该是文本的数组，或者带 texts 的对象。', 'invalid-body.texts-twice': 'texts 和 items 只能写一个。',
    'duplicate-member': '第 {line} 行：同一个 JSON 对象里有两个“{member}”。', 'invalid-parameter': '“{parameter}”的值不对。', 'invalid-parameter.out-of-range': '“{parameter}”应为 {least} 到 {most} 的整数。',
    'invalid-parameter.unknown': '没有“{parameter}”这个参数。', 'invalid-parameter.repeated': '“{parameter}”给了 {times} 次，只能给一次。', 'invalid-idempotency-key': 'Idempotency-Key 应为 1 到 255 个可见的 ASCII 字符，例如 UUID。',
    'method-not-allowed': '{path} 不支持 {method}。', 'not-acceptable': '{path} 只能返回 {types}。', 'unsupported-media-type': '{path} 只接受 {types}，而不是 {found}。',
    'unsupported-encoding': '不支持 {found} 压缩，请不压缩或者用 gzip。', 'unsupported-charset': '不支持编码 {found}，请用 UTF-8。', 'unsupported-file-type': '无法识别文件格式：文件名要以 .json、.jsonl、.ndjson、.csv 或 .txt 结尾，后面可以再加 .gz。',
    'request-refused': '服务器拒绝了这个请求（{status}）。', 'body-too-slow': '上传得太慢，请换一个更快的网络再试。', 'body-too-large': '内容太大：解压后最多 {most} 字节，请分成几个。', 'field-too-long': '“{member}”太长，最多 {most} 字节。',

    // 文本和选项
    'no-texts': '里面没有文本。', 'no-text-column': '第一行里没有名为 text 的列，只有：{columns}。', 'no-text-column.empty': '表格是空的：第一行写列名，其中一列叫 text。',
    'too-many-texts': '文本太多：最多 {most} 条，请分成几批。', 'record-too-long': '有一条记录超过 {most} 个字符：是不是少了一个引号？', 'too-many-columns': '第 {line} 行的“{found}”超出限制：除 text 和 id 外，一个批次最多 {most} 列。请去掉一些，或者合并成一列。',
    'column-name-too-long': '第 {line} 行的列名“{found}”太长，最多 {most} 个字符。', 'invalid-texts': '{total} 条文本中有 {invalid} 条永远无法成功，因此没有提交。请先修改，或者选择其余照常处理。',
    'text-too-long': '有一条文本太长。', 'text-too-long.characters': '第 {index} 条文本有 {found} 个字符，最多 {most} 个。', 'too-much-work': '一次请求的计算量太大，请提交批次。', 'too-much-work.tokens': '一次最多计算 {most} 个 token，这里可能有 {found} 个，请减少文本，或者提交批次。', 'too-much-work.characters': '结果会有约 {found} 个字符，最多 {most} 个，请减少文本或候选，或者提交批次。',
    'invalid-options': '选项“{option}”的值不对。', 'invalid-options.unknown': '没有“{option}”这个选项，可用：{known}。', 'invalid-options.repeated': '“{option}”给了 {times} 次，只能给一次。',
    'invalid-options.invalid-character': '“{option}”含有 NUL 或不完整的字符，请删掉。', 'invalid-options.out-of-range': '“{option}”应为 {least} 到 {most}，而不是 {found}。',
    'invalid-options.invalid.topK': '候选数应为整数。', 'invalid-options.invalid.name': '名称为 1 到 200 个字符。', 'invalid-options.invalid.tags': '标签最多 20 个，每个 1 到 200 个字符。', 'invalid-options.invalid.ttl': '保留时间从一秒到一百年。',
    'invalid-options.invalid.priority': '优先级为 0 到 9 的整数。', 'invalid-options.invalid.notBefore': '开始时间不对，或者太晚。', 'invalid-options.invalid.targets': '候选词最多 1,000 个，每个最多 100 个字符，总共最多 10,000 个字符。',
    'invalid-options.blank': '候选词不能是空白。', 'invalid-options.not-in-vocabulary': '模型的词表中没有：{found}。', 'invalid-options.not-han': '候选范围是“只要汉字”，但这些词不是汉字：{found}。', 'invalid-options.no-han': '模型的词表里没有汉字。',
    'invalid-options.invalid.callbackUrl': '应为 https://example.org/hook 这样的地址，不带用户名，最多 {most} 个字符。', 'invalid-options.unknown-host': '找不到主机 {host}。', 'invalid-options.host-not-ascii': '主机名要写成 ASCII，例如 {ascii}。',
    'unknown-task': '没有任务 {found}，可用：{known}。', 'unknown-model': '没有模型 {found}，可用：{known}。', 'callback-refused': '不能向这个地址发送通知。', 'callback-refused.no-port': '{port} 不是端口，端口为 1 到 {most}。', 'callback-refused.port': '端口 {port} 属于其他服务，请用 443、80 或 {least} 以上的端口。',
    'callback-refused.address': '{host} 不在公网上，管理员也没有允许它。', 'callback-refused.not-encrypted': '管理员没有允许向 {host} 发送不加密的通知，请使用 https。', 'no-webhook-secret': '你还没有签名回调用的密钥，请先用 POST /api/v1/webhooks/secret 生成一个。',

    // 状态
    'illegal-state': '批次当前的状态不允许这个操作，它可能刚刚发生了变化。', 'nothing-to-retry': '没有可以重试的条目：失败的文本再试也会失败，请改好后重新提交。',
    'idempotency-key-in-progress': '这次提交正在处理中，请过几秒再试。', 'idempotency-key-reused': '这个 Idempotency-Key 已用于另一个内容不同的批次，请换一个。', 'webhook-secret-changed': '你的另一个请求刚刚更换了密钥，请使用那次返回的密钥。',

    // 太多，或者暂时不行
    'too-much-open': '未完成的批次太多，请等一些完成后再试。', 'too-much-open.batches': '你有 {found} 个未完成的批次，最多 {most} 个，请等一些完成或取消后再试。', 'too-much-open.texts': '你有 {waiting} 条文本在等待，再加 {more} 条就超过了 {most} 条，请等一些完成后再试。',
    'too-many-submits': '同时提交和上传的不能超过 {most} 个，请等其中一个完成后再试。', 'too-many-uploads': '同时上传的不能超过 {most} 个，请等其中一个完成。', 'too-many-downloads': '同时下载的不能超过 {most} 个，请等其中一个完成。',
    'too-many-streams': '同时打开的事件流不能超过 {most} 个，请先关掉一个。', 'too-many-requests': '请求太多了，请慢一点；文本多时请提交批次。', 'too-many-requests.rate': '每秒最多 {most} 个请求，文本长时更少，请慢一点；文本多时请提交批次。', 'too-many-requests.waiting': '已有 {most} 个请求在排队，请等一个完成；文本多时请提交批次。', 'too-many-connections': '你的地址同时有 {most} 个请求，已到上限，请等一些完成。',
    'internal-error': '服务器出错了，详情在它的日志里，编号 {incident}。', unavailable: '数据库或消息服务器暂时无法连接，请过几秒再试。', 'unavailable.contended': '别的请求正在修改同样的内容，请过几秒再试。',
    busy: '现在请求太多，请稍后再试，或者提交批次。', 'server-busy': '服务器太忙，请稍后再试。', 'server-busy.uploads': '同时上传的人太多，请稍后再试。', 'server-busy.downloads': '同时下载的人太多，请稍后再试。', 'task-unavailable': '模型暂时无法使用。', 'no-audit': '审计日志暂时无法写入，因此没有执行。请稍后再试。',
    'too-long': '“{member}”太长，请拆成几条。', empty: '“{member}”是空的。', 'no-mask': '“{member}”没有空。', 'no-target-fits': '没有一个候选词填得进“{member}”。', 'invalid-character': '“{member}”含有 NUL 或不完整的字符，请删掉。',
  },
  en: {
    // Errors of texts
    EMPTY: 'Empty. Write a sentence with [MASK] for each blank.', NO_MASK: 'No blank. Write [MASK] for each blank.', 'NO_MASK.near-miss': 'No blank, but “{found}”: did you mean [MASK]?',
    TOO_LONG: 'Too long: split it.', 'TOO_LONG.characters': '{found} characters, but at most {most} are allowed: split it.', 'TOO_LONG.tokens': '{found} tokens, but at most {most} are allowed: split it.',
    NO_TARGET_FITS: 'No target fits: write one [MASK] for each token of a target.',
    'NO_TARGET_FITS.other-lengths': 'No target fits: the text has {inRows} adjacent [MASK], but the targets have these numbers of tokens: {tokens}.',
    'NO_TARGET_FITS.too-many-masks': 'No target fits: with {masks} [MASK], more than {most}, only targets of one token can be used. The targets have these numbers of tokens: {tokens}.',
    NOT_A_STRING: 'Not a string. Texts in JSON need quotation marks.', 'NOT_A_STRING.missing': 'The object has no text: write {"text": "…[MASK]…"}.',
    INVALID_CHARACTER: 'Contains NUL or an incomplete character, shown as �: remove it.',
    INVALID_LINE: 'The line cannot be parsed.', 'INVALID_LINE.not-json': 'Line {line} is not valid JSON.', 'INVALID_LINE.columns': 'Record {record} has {found} fields, but the table has {columns} columns.',
    MISSPELLED_MASK: '“{found}” is treated as text. Did you mean {suggestion}?',
    LOOSE_BLANK: '“{found}” is treated as text. If it is a blank, write {suggestion}, or allow other forms of blanks.',
    ATTEMPTS_EXHAUSTED: 'All {attempts} attempts failed. Fix the cause, then retry.',

    // Signing in, and roles
    'sign-in-required': 'Sign in: the name, password or token is wrong, expired or revoked.', 'sign-in-closed': 'Too many wrong passwords: try again in a minute.', forbidden: 'Your role does not allow this.',
    'cross-site': 'Pages of this site may not do this; TIANKONG_CORS_ORIGINS lists the sites that may.', 'password-needed': 'This needs your password: a token cannot change users, passwords or tokens.',
    'role-too-high': 'A token cannot have a higher role ({role}) than you ({own}).', 'role-too-low': 'You are signed in with the role {own}, which cannot revoke a token with the role {role}. Sign in with your password.',

    // Users and tokens
    'invalid-user-name': 'A user name has 1 to 64 characters: Latin letters, digits and . _ @ -, starting with a letter or digit.', 'user-name-taken': 'The user name {user} is already in use.',
    'user-name-taken.deleted': 'The user name {user} was in use before, and batches and the audit log may still mention it: choose another name.', 'built-in-user': '{user} is the built-in user: it cannot be deleted, and must stay an operator.',
    'configured-password': 'The password of {user} is set by TIANKONG_ADMIN_PASSWORD or the launcher’s file: change it there and restart.', 'no-such-user': 'There is no user {user}. It may have been deleted.',
    'invalid-password': 'A password has {least} to {most} characters of any kind.', 'weak-password': 'The password is easy to guess. Use several unrelated words, in any language.',
    'weak-password.name': 'The password is not much more than the user or product name. Use several unrelated words, in any language.', 'weak-password.repeats': 'The password repeats itself. Use several unrelated words, in any language.',
    'weak-password.common': 'The password consists of common passwords and words. Use several unrelated words, in any language.', 'weak-password.sequence': 'The password is a sequence, such as abcd or 1234. Use several unrelated words, in any language.',
    'weak-password.keyboard': 'The password is a sequence of neighbouring keys. Use several unrelated words, in any language.', 'weak-password.date': 'The password is not much more than a date. Use several unrelated words, in any language.',
    'unknown-role': 'There is no such role. Roles are {known}.', 'invalid-token-name': 'A token’s name has 1 to {most} characters and should say what uses it.', 'invalid-token-name.reserved': '{name} is reserved for console sessions: choose another name.',
    'invalid-expiry': 'A token is valid for 1 to {most} days.', 'too-many-tokens': 'You have {found} tokens, including expired ones: revoke one that is no longer used.', 'no-such-token': 'There is no such token. It may have been revoked.',

    // Not found
    'not-found': 'There is nothing at {path}.', 'no-such-batch': 'There is no such batch: it never existed, was deleted, or has expired.', 'no-such-delivery': 'There is no such delivery. Its batch may have been deleted.',
    'no-such-queue': 'There is no queue {queue}.', 'no-such-duty': 'There is no duty {duty}.', 'no-such-dead-letter': 'This dead letter no longer exists: it was retried or discarded.', 'no-such-webhook-secret': 'You have no secret to sign webhooks with: create one first.',

    // The form of requests
    'invalid-body': 'It cannot be parsed.', 'invalid-body.not-json': 'Invalid JSON at line {line}, column {column}.', 'invalid-body.ends-early': 'It is empty or incomplete.',
    'invalid-body.not-decodable': 'Line {line} is not valid {charset}: save it as UTF-8, or choose the right encoding.', 'invalid-body.too-deep': 'It is nested too deeply.', 'invalid-body.number-too-large': 'A number is too long or too large.',
    'invalid-body.not-gzip': 'It is not in gzip format.', 'invalid-body.damaged-gzip': 'The gzip data is damaged or incomplete.', 'invalid-body.open-quotation': 'A field starts with a quotation mark that is never closed.',
    'invalid-body.unnamed-column': 'Column {column} has no name in the first line.', 'invalid-body.duplicate-column': 'The first line has two columns named “{found}”.', 'invalid-body.contradicting-type': 'The file {file} has the type {type}, which does not match its name: change one of them.',
    'invalid-body.wrong-type': '“{member}” must be {expected}.', 'invalid-body.missing-member': '“{member}” is missing.', 'invalid-body.unknown-member': 'Unknown member “{member}”. Known: {known}.',
    'invalid-body.invalid-character': '“{member}” contains NUL or an incomplete character: remove it.', 'invalid-body.no-texts': 'There are no texts: send an array of texts, or an object with texts.', 'invalid-body.texts-twice': 'Use either texts or items, not both.',
    'duplicate-member': 'Line {line}: an object has two members “{member}”.', 'invalid-parameter': '“{parameter}” has an invalid value.', 'invalid-parameter.out-of-range': '“{parameter}” must be a whole number from {least} to {most}.',
    'invalid-parameter.unknown': 'Unknown parameter “{parameter}”.', 'invalid-parameter.repeated': '“{parameter}” is given {times} times, but is allowed only once.', 'invalid-idempotency-key': 'An Idempotency-Key has 1 to 255 visible ASCII characters, such as a UUID.',
    'method-not-allowed': '{path} does not support {method}.', 'not-acceptable': '{path} supports only {types}.', 'unsupported-media-type': '{path} accepts {types}, not {found}.',
    'unsupported-encoding': 'The encoding {found} is not supported: send it uncompressed or with gzip.', 'unsupported-charset': 'The charset {found} is not supported: use UTF-8.', 'unsupported-file-type': 'Unknown file format: the name must end in .json, .jsonl, .ndjson, .csv or .txt, optionally followed by .gz.',
    'request-refused': 'The server refused the request ({status}).', 'body-too-slow': 'The upload is too slow: try a faster connection.', 'body-too-large': 'Too large: at most {most} bytes, uncompressed. Split it.', 'field-too-long': '“{member}” is too long: at most {most} bytes.',

    // Texts and options
    'no-texts': 'It contains no texts.', 'no-text-column': 'No column is named text. Columns: {columns}.', 'no-text-column.empty': 'The table is empty: the first line must name the columns, one of them text.',
    'too-many-texts': 'Too many texts: at most {most}. Split the batch.', 'record-too-long': 'A record has more than {most} characters: is a quotation mark missing?', 'too-many-columns': '“{found}” in line {line} is one too many: besides text and id, a batch can have {most} columns. Leave some out, or merge them.',
    'column-name-too-long': 'The name “{found}” in line {line} is too long: at most {most} characters.', 'invalid-texts': '{invalid} of {total} texts can never succeed, so nothing was submitted. Correct them, or choose to process the others.',
    'text-too-long': 'A text is too long.', 'text-too-long.characters': 'Text {index} has {found} characters, but at most {most} are allowed.', 'too-much-work': 'Too much for one request: submit a batch.', 'too-much-work.tokens': 'These texts may have {found} tokens, but at most {most} are allowed: send fewer, or submit a batch.', 'too-much-work.characters': 'The result would have about {found} characters, but at most {most} are allowed: request fewer texts or candidates, or submit a batch.',
    'invalid-options': 'The option “{option}” has an invalid value.', 'invalid-options.unknown': 'Unknown option “{option}”. Known: {known}.', 'invalid-options.repeated': '“{option}” is given {times} times, but is allowed only once.',
    'invalid-options.invalid-character': '“{option}” contains NUL or an incomplete character: remove it.', 'invalid-options.out-of-range': '“{option}” must be {least} to {most}, not {found}.',
    'invalid-options.invalid.topK': 'The number of candidates must be a whole number.', 'invalid-options.invalid.name': 'A name has 1 to 200 characters.', 'invalid-options.invalid.tags': 'At most 20 tags of 1 to 200 characters.', 'invalid-options.invalid.ttl': 'Must be from one second to a hundred years.',
    'invalid-options.invalid.priority': 'The priority is a whole number from 0 to 9.', 'invalid-options.invalid.notBefore': 'Not a valid time, or too far ahead.', 'invalid-options.invalid.targets': 'At most 1,000 targets of at most 100 characters, 10,000 in all.',
    'invalid-options.blank': 'A target cannot be blank.', 'invalid-options.not-in-vocabulary': 'Not in the model’s vocabulary: {found}.', 'invalid-options.not-han': 'These targets are not Chinese characters, although only those are allowed: {found}.', 'invalid-options.no-han': 'The model’s vocabulary has no Chinese characters.',
    'invalid-options.invalid.callbackUrl': 'Use a URL such as https://example.org/hook, without a user name, of at most {most} characters.', 'invalid-options.unknown-host': 'The host {host} cannot be found.', 'invalid-options.host-not-ascii': 'Write the host in ASCII, as in {ascii}.',
    'unknown-task': 'There is no task {found}. There are: {known}.', 'unknown-model': 'There is no model {found}. Installed: {known}.', 'callback-refused': 'Webhooks cannot be sent to this address.', 'callback-refused.no-port': '{port} is not a valid port: ports are 1 to {most}.', 'callback-refused.port': 'Port {port} belongs to another service: use 443, 80 or {least} and above.',
    'callback-refused.address': '{host} is not on the public internet, and no operator has allowed it.', 'callback-refused.not-encrypted': 'No operator has allowed unencrypted webhooks to {host}: use https.', 'no-webhook-secret': 'You have no secret to sign webhooks with: create one with POST /api/v1/webhooks/secret.',

    // States
    'illegal-state': 'The batch’s state does not allow this. It may have changed just now.', 'nothing-to-retry': 'Nothing to retry: the failed texts would fail again. Correct them and submit them again.',
    'idempotency-key-in-progress': 'This submission is being processed. Try again in a few seconds.', 'idempotency-key-reused': 'This Idempotency-Key was used for another batch with different content: use a new one.', 'webhook-secret-changed': 'Another request of yours has just replaced the secret: use the one in its response.',

    // Too much, or not now
    'too-much-open': 'You have too many open batches or waiting texts: wait until some are done.', 'too-much-open.batches': 'You have {found} open batches, and at most {most} are allowed: wait until some are done, or cancel some.', 'too-much-open.texts': 'You have {waiting} texts waiting; {more} more would exceed {most}. Wait until some are done.',
    'too-many-submits': 'You have {most} submits and uploads in progress, which is the limit: wait until one is done.', 'too-many-uploads': 'You have {most} uploads in progress, which is the limit: wait until one is done.', 'too-many-downloads': 'You have {most} downloads in progress, which is the limit: wait until one is done.',
    'too-many-streams': 'You have {most} event streams open, which is the limit: close one.', 'too-many-requests': 'Too many requests: slow down, or submit a batch.', 'too-many-requests.rate': 'At most {most} requests per second are allowed, fewer with long texts: slow down, or submit a batch.', 'too-many-requests.waiting': 'You have {most} waiting requests, which is the limit: wait for one, or submit a batch.', 'too-many-connections': 'Your address has {most} requests in progress, which is the limit: wait until some are done.',
    'internal-error': 'The server failed. The cause is in its log, under incident {incident}.', unavailable: 'Database or message broker unreachable: try again in a few seconds.', 'unavailable.contended': 'Other requests are changing the same data: try again in a few seconds.',
    busy: 'Too many requests at the moment: try again soon, or submit a batch.', 'server-busy': 'The server is busy: try again soon.', 'server-busy.uploads': 'Too many uploads at the moment: try again soon.', 'server-busy.downloads': 'Too many downloads at the moment: try again soon.', 'task-unavailable': 'The model cannot be used at the moment.', 'no-audit': 'Not done, because the audit log cannot record it now: try again in a few seconds.',
    'too-long': '{member} is too long: split it.', empty: '{member} is empty.', 'no-mask': '{member} has no blank.', 'no-target-fits': 'No target fits {member}.', 'invalid-character': '{member} contains NUL or an incomplete character: remove it.',
  },
};
