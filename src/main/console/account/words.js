export default {
  zh: {
    title: '账户', password: '修改密码', old: '当前密码', new: '新密码', again: '再输一次新密码', rule: '12 到 128 个字符，什么字符都可以，但不能太容易猜到。例如几个互不相关的词。', differ: '两次输入的新密码不一样。',
    change: '修改密码', effect: '修改后，你的所有令牌和其他地方的登录立即失效，用它们的程序要换新令牌。这里保持登录。', changed: '密码已修改。原来的令牌和其他登录都已失效。',
    tokens: '令牌', about: '程序用令牌代替密码：权限可以更小，到期失效，随时可以撤销。名为 Console 的是网页的登录，撤销就会退出。', create: '新建令牌', name: '名称', nameHint: '写明谁在用它，例如“夜间导入”。',
    role: '角色', days: '有效天数', daysHint: '1 到 365 天。', created: '创建', used: '最后使用', expires: '到期', never: '从未', over: '已过期', soon: '快到期',
    revoke: '撤销', sureRevoke: '撤销令牌“{0}”？用它的程序立即不能再用，无法恢复。', none: '还没有令牌。',
    made: '令牌“{0}”建好了。', once: '请现在就保存它：关掉以后再也看不到。', token: '令牌', curl: '这样使用', stored: '已保存，关闭',
  },
  en: {
    title: 'Account', password: 'Change your password', old: 'Current password', new: 'New password', again: 'New password again', rule: '12 to 128 characters of any kind, not easy to guess: some words that do not belong together, for example.', differ: 'The two new passwords differ.',
    change: 'Change password', effect: 'This revokes all your tokens and sessions elsewhere at once; programs that use them need new ones. You stay signed in here.', changed: 'The password is changed. Tokens and other sessions so far are over.',
    tokens: 'Tokens', about: 'Programs use a token instead of the password: it can be allowed less, it expires, and you can revoke it at any time. Those called Console are sessions of this page; revoking one signs out.', create: 'New token', name: 'Name', nameHint: 'Let it say what uses the token, such as “nightly import”.',
    role: 'Role', days: 'Valid for (days)', daysHint: '1 to 365 days.', created: 'Created', used: 'Last used', expires: 'Expires', never: 'never', over: 'expired', soon: 'expires soon',
    revoke: 'Revoke', sureRevoke: 'Revoke the token “{0}”? Programs cannot use it any more, from now on and for good.', none: 'There are no tokens.',
    made: 'The token “{0}” is made.', once: 'Store it now: once closed, it is never shown again.', token: 'Token', curl: 'To use it', stored: 'Stored, close',
  },
};
