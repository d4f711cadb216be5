import { language } from './words.js';

/** The server says in English why it refuses something; this is what people meet most, in Chinese. {0}: the server's words. */
const CHINESE = {
  'invalid-password': '密码要有 12 到 128 个字符，什么字符都可以。',
  'weak-password': '这个密码太容易猜到：常用密码、用户名、产品名、重复、连续或键盘上相邻的字符、日期都不行。请用几个互不相关的词，中文也可以。',
  'invalid-user-name': '用户名为 1 到 64 个字符：英文字母、数字和 . _ @ -，以字母或数字开头。',
  'user-name-taken': '这个用户名已经有人用过，请换一个。删掉的用户名也不能再用：批次和审计里还有它。',
  'built-in-user': '这是内置用户，不能删除，也必须是管理员：其他管理员都没有时，要靠它进来。',
  'configured-password': '这个用户的密码由 TIANKONG_ADMIN_PASSWORD 或启动程序的密码文件设定，请在那里修改后重新启动。',
  'no-such-user': '没有这个用户，可能刚被删除。',
  'invalid-token-name': '令牌名称为 1 到 100 个字符，最好写明谁在用它；不能叫 Console，那是网页的登录。',
  'too-many-tokens': '你的令牌太多了（过期的也算），请先撤销一个不再使用的。',
  'role-too-low': '当前登录的权限低于这个令牌的角色，不能撤销它。请用密码登录后再试。',
  'invalid-expiry': '有效期为 1 到 365 天。',
  'role-too-high': '令牌的角色不能高于你自己的角色。',
  'no-such-token': '没有这个令牌，可能已经撤销。',
  'sign-in-closed': '密码连续输错太多次，请过一分钟再试。',
  forbidden: '你的角色不允许这样做。',
  unavailable: '数据库或消息服务器暂时连不上，请过几秒再试。',
  'no-audit': '审计暂时写不进去，所以没有执行。请稍后再试。',
  'internal-error': '服务器出错了，详情在它的日志里：{0}',
  'task-unavailable': '服务器正在停止，请稍后再试。',
  'too-many-requests': '请求太快了，请慢一点；文本多时请提交批次。',
  busy: '现在请求太多，请稍后再试，或者提交批次。',
  'invalid-options': '选项不对：{0}',
  'unknown-model': '没有这个模型：{0}',
  'text-too-long': '文本太长：{0}',
  'invalid-parameter': '查询条件不对：{0}',
  'no-such-batch': '没有这个批次：它从未存在，或者已经删除、过期。',
  'illegal-state': '批次当前的状态不允许这样做，它可能刚刚变了。',
  'idempotency-key-in-progress': '同一个 Idempotency-Key 的提交正在处理中，请过几秒再试。',
  'too-much-open': '未完成的批次太多，请等一些完成后再试。',
  'no-such-delivery': '没有这条回调通知，它的批次可能已经删除。',
  'no-such-queue': '没有这个队列。',
  'no-such-dead-letter': '这条死信已经不在了，可能刚被重试或丢弃。',
};

/** What went wrong, in the reader's language if it is known there. */
export function explained(problem) {
  const known = language() === 'zh' ? CHINESE[problem.code] : undefined;
  return known ? new Error(known.replace('{0}', () => problem.message)) : problem;
}
