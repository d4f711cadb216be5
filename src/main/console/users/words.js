export default {
  zh: {
    title: '用户', create: '新建用户', name: '用户名', nameHint: '1 到 64 个字母、数字或 . _ @ -，以字母或数字开头。定了就不能改。', role: '角色', created: '创建', links: '查看',
    password: '初始密码', newPassword: '新密码', rule: '12 到 128 个字符，不能太容易猜到。请转告本人，登录后在“账户”里改掉。', generate: '随机生成',
    batches: '批次', audit: '审计', you: '你', builtIn: '内置', own: '在“账户”里修改自己的密码。',
    changeRole: '修改角色', roleLead: '{0} 的令牌也只有新角色的权限，立即生效。', reset: '重置密码', resetLead: '{0} 的所有令牌和登录立即失效。',
    delete: '删除', deleteTitle: '删除用户 {0}？', deleteLead: '所有令牌和登录立即失效，无法恢复。批次会留下，这个用户名以后也不能再用。',
    doneCreate: '用户 {0} 建好了。', doneRole: '{0} 的角色已修改。', doneReset: '{0} 的密码已重置。', doneDelete: '用户 {0} 已删除。',
  },
  en: {
    title: 'Users', create: 'New user', name: 'Name', nameHint: '1 to 64 letters, digits and . _ @ -, beginning with a letter or a digit. It stays as it is.', role: 'Role', created: 'Created', links: 'See',
    password: 'First password', newPassword: 'New password', rule: '12 to 128 characters, not easy to guess. Tell the user to change it under Account.', generate: 'Generate',
    batches: 'Batches', audit: 'Audit', you: 'you', builtIn: 'built-in', own: 'Your own password changes under Account.',
    changeRole: 'Change role', roleLead: 'Tokens of {0} are allowed no more than the new role, at once.', reset: 'Reset password', resetLead: 'All tokens and sessions of {0} are over at once.',
    delete: 'Delete', deleteTitle: 'Delete the user {0}?', deleteLead: 'All tokens and sessions are over at once, for good. The batches stay, and nobody can have the name again.',
    doneCreate: 'The user {0} is made.', doneRole: 'The role of {0} is changed.', doneReset: 'The password of {0} is reset.', doneDelete: 'The user {0} is deleted.',
  },
};
