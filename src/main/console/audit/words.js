export default {
  zh: {
    title: '审计', refresh: '刷新', find: '查询', user: '用户', act: '操作', outcome: '结果', from: '从', to: '到', at: '时间', zone: '时间所在时区：{0}。', any: '全部', more: '更多', none: '没有符合条件的记录。',
    end: '已显示全部记录。', clear: '清除条件',
    done: '成功', refused: '被拒绝', unauthorized: '密码错误', failed: '服务器出错', unknown: '无状态码', unknownWhy: '请求仍在处理，或者服务器在处理过程中退出了。',
    request: '请求', status: '状态码', signedIn: '登录方式', password: '密码', token: '令牌 {0}', address: '来源', number: '编号', details: '详情',
    other: '{0} {1}', wrongPassword: '密码错误', signIn: '登录控制台', signOut: '退出控制台', batchSubmit: '提交批次', batchPause: '暂停批次', batchResume: '恢复批次', batchCancel: '取消批次',
    batchRetry: '重试批次的失败项', batchDelete: '删除批次', deliveryResend: '重发批次的通知', fileUpload: '上传文件', fileDelete: '删除文件', tokenCreate: '新建令牌', tokenRevoke: '撤销令牌',
    userCreate: '新建用户', userChange: '修改用户 {0}', userDelete: '删除用户 {0}', passwordChange: '修改自己的密码', queuePause: '暂停队列 {0}', queueResume: '恢复队列 {0}',
    letterRetry: '重试死信', letterDiscard: '丢弃死信', lettersRetry: '重试全部死信', lettersDiscard: '丢弃全部死信', secretCreate: '新建通知密钥',
    groupBatches: '批次', groupUsers: '用户', groupTokens: '令牌', groupSession: '登录和退出控制台', groupMe: '修改自己的密码', groupQueues: '队列', groupDead: '死信', groupDuties: '后台任务', dutyRun: '立即运行后台任务 {0}', groupFiles: '文件（OpenAI 接口）', groupWebhooks: '通知密钥',
  },
  en: {
    title: 'Audit', refresh: 'Refresh', find: 'Search', user: 'User', act: 'Action', outcome: 'Outcome', from: 'From', to: 'To', at: 'Time', zone: 'Times are in the time zone {0}.', any: 'All', more: 'More', none: 'No matching entries.',
    end: 'End of the list.', clear: 'Clear',
    done: 'Done', refused: 'Refused', unauthorized: 'Wrong password', failed: 'Server error', unknown: 'No status', unknownWhy: 'The call is still running, or the server died during it.',
    request: 'Request', status: 'Status', signedIn: 'Signed in with', password: 'password', token: 'token {0}', address: 'From', number: 'Entry', details: 'Details',
    other: '{0} {1}', wrongPassword: 'Wrong password', signIn: 'Sign in to the console', signOut: 'Sign out of the console', batchSubmit: 'Submit a batch', batchPause: 'Pause a batch', batchResume: 'Resume a batch', batchCancel: 'Cancel a batch',
    batchRetry: 'Retry failed texts of a batch', batchDelete: 'Delete a batch', deliveryResend: 'Send a webhook again', fileUpload: 'Upload a file', fileDelete: 'Delete a file', tokenCreate: 'Create a token', tokenRevoke: 'Revoke a token',
    userCreate: 'Create a user', userChange: 'Change user {0}', userDelete: 'Delete user {0}', passwordChange: 'Change own password', queuePause: 'Pause queue {0}', queueResume: 'Resume queue {0}',
    letterRetry: 'Retry a dead letter', letterDiscard: 'Discard a dead letter', lettersRetry: 'Retry all dead letters', lettersDiscard: 'Discard all dead letters', secretCreate: 'Create a webhook secret',
    groupBatches: 'Batches', groupUsers: 'Users', groupTokens: 'Tokens', groupSession: 'Signing in and out', groupMe: 'Changing own password', groupQueues: 'Queues', groupDead: 'Dead letters', groupDuties: 'Duties', dutyRun: 'Run duty {0}', groupFiles: 'Files (OpenAI’s API)', groupWebhooks: 'Webhook secrets',
  },
};
