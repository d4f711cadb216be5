export default {
  zh: {
    title: '用户', create: '新建用户', name: '用户名', nameHint: '1 到 64 个字母、数字或 . _ @ -，以字母或数字开头。创建后不能修改。', role: '角色', created: '创建', links: '查看',
    password: '初始密码', newPassword: '新密码', rule: '12 到 128 个字符，不能太容易猜到。请提醒用户登录后在“账户”中修改。', generate: '随机生成',
    batches: '批次', audit: '审计', you: '你', builtIn: '内置', own: '请在“账户”中修改自己的密码。',
    changeRole: '修改角色', roleLead: '{0} 的令牌也会立即受新角色的权限限制。', reset: '重置密码', resetLead: '{0} 的所有令牌和登录立即失效。',
    delete: '删除', deleteTitle: '删除用户 {0}？', deleteLead: '所有令牌和登录立即失效，无法恢复。批次会保留，这个用户名不能再次使用。',
    doneCreate: '已创建用户 {0}。', doneRole: '已修改 {0} 的角色。', doneReset: '已重置 {0} 的密码。', doneDelete: '已删除用户 {0}。',
  },
  en: {
    title: 'Users', create: 'New user', name: 'Name', nameHint: '1 to 64 letters, digits and . _ @ -, starting with a letter or a digit. Cannot be changed later.', role: 'Role', created: 'Created', links: 'View',
    password: 'Initial password', newPassword: 'New password', rule: '12 to 128 characters, not easy to guess. Ask the user to change it under Account.', generate: 'Generate',
    batches: 'Batches', audit: 'Audit', you: 'you', builtIn: 'built-in', own: 'Change your own password under Account.',
    changeRole: 'Change role', roleLead: 'Tokens of {0} are limited to the new role immediately.', reset: 'Reset password', resetLead: 'All tokens and sessions of {0} are revoked immediately.',
    delete: 'Delete', deleteTitle: 'Delete user {0}?', deleteLead: 'All tokens and sessions are revoked immediately. This cannot be undone. The batches are kept, and the name cannot be used again.',
    doneCreate: 'User {0} created.', doneRole: 'Role of {0} changed.', doneReset: 'Password of {0} reset.', doneDelete: 'User {0} deleted.',
  },
};
