export default {
  zh: {
    title: '账户', password: '修改密码', old: '当前密码', new: '新密码', again: '确认新密码', rule: '12 到 128 个字符，字符种类不限，但不能太容易猜到，例如可以用几个互不相关的词。', differ: '两次输入的新密码不一样。',
    change: '修改密码', effect: '修改后，你的所有令牌和其他位置的登录会立即失效，使用这些令牌的程序需要更换令牌。当前登录不受影响。', changed: '密码已修改。原来的令牌和其他登录都已失效。',
    tokens: '令牌', about: '程序用令牌代替密码：权限可以更小，到期自动失效，也可以随时撤销。名为 Console 的令牌是控制台的登录会话，撤销后即退出登录。', create: '新建令牌', name: '名称', nameHint: '注明用途，例如“夜间导入”。',
    role: '角色', days: '有效天数', daysHint: '1 到 365 天。', created: '创建', used: '最后使用', expires: '到期', never: '从未', over: '已过期', soon: '即将到期',
    revoke: '撤销', sureRevoke: '撤销令牌“{0}”？使用它的程序会立即失去访问权限，且无法恢复。', none: '还没有令牌。',
    made: '已创建令牌“{0}”。', once: '请立即保存：关闭后不会再显示。', token: '令牌', curl: '使用示例', stored: '已保存，关闭',
  },
  en: {
    title: 'Account', password: 'Change your password', old: 'Current password', new: 'New password', again: 'Confirm new password', rule: '12 to 128 characters of any kind, not easy to guess. For example, use several unrelated words.', differ: 'The new passwords do not match.',
    change: 'Change password', effect: 'This revokes all your tokens and your sessions elsewhere immediately; programs that use the tokens need new ones. You stay signed in here.', changed: 'Password changed. Your previous tokens and other sessions are no longer valid.',
    tokens: 'Tokens', about: 'Programs use a token instead of your password: it can have fewer permissions, it expires, and you can revoke it at any time. Tokens named Console are sessions of this console; revoking one signs it out.', create: 'New token', name: 'Name', nameHint: 'Describe what uses the token, such as “nightly import”.',
    role: 'Role', days: 'Valid for (days)', daysHint: '1 to 365 days.', created: 'Created', used: 'Last used', expires: 'Expires', never: 'never', over: 'expired', soon: 'expires soon',
    revoke: 'Revoke', sureRevoke: 'Revoke the token “{0}”? Programs that use it lose access immediately. This cannot be undone.', none: 'You have no tokens.',
    made: 'Token “{0}” created.', once: 'Store it now: it will not be shown again.', token: 'Token', curl: 'Example', stored: 'Stored, close',
  },
};
