import type { MigrateWords } from './migrate-codes.js'

/** What a migration changed, in Chinese. */
export const migrateZhCN: MigrateWords = {
  'adjustments-table': ({ policy }) =>
    `调整现为“adjustments”表中的记录，由制度“${policy}”支付：同一记录重复告知不会重复支付`,
  'adjusted-after': ({ count, first }) =>
    `${count} 项离职人员的调整现记在其任职最后一天，例如 ${first}`,
  'attribute-left-out': ({ count, first }) => `删去了 ${count} 个空的事件属性，例如 ${first}`,
  'ends-later': ({ found, now }) =>
    `于 ${found} 在期中结束，但一直支付到期末：现改为于 ${now} 结束`,
  'figure-left-out': ({ count, first }) =>
    `删去了 ${count} 个没有方案计量的、或账簿中没有其期间的数据，例如 ${first}`,
  'finer-scale': ({ kpi, scale }) =>
    `另一制度以 ${scale} 位小数读取“${kpi}”，现在所有制度以相同方式读取同一数据`,
  'for-departments': ({ departments }) =>
    `原由部门指定，现由制度自身写明适用范围：${departments.join('、')}`,
  'held-by-deal': ({ plan }) => `“${plan}”的暂扣现按每笔成交直至回款，不再按期间合计`,
  'label-left-out': ({ count, first }) =>
    `删去了 ${count} 个名称，例如 ${first}：需要显示时请写入账簿的“labels”`,
  'limit-left-out': ({ from, to }) => `限额没有版本：删去了 ${from} 至 ${to} 的版本，保留最后一个`,
  moved: ({ from, to }) => `“${from}”现为“${to}”`,
  'never-held': ({ from, to }) =>
    `自 ${from} 至 ${to} 有效，其间没有任何期间的首日：从未支付，已删去`,
  'not-measured': ({ count, first }) =>
    `删去了 ${count} 个未测量的数据，例如 ${first}：没有给出即为未测量`,
  'not-migrated': ({ what }) => `${what} 无法迁移：请手工告知`,
  'other-places': ({ policy }) => `有些版本的小数位数或类别不同，另立制度“${policy}”`,
  'other-unit': ({ figure, unit, name }) => `“${figure}”也以 ${unit} 读取，为此该数据另名“${name}”`,
  'owed-brought': ({ person, amount }) => `“${person}”尚欠 ${amount}，作为期初带入`,
  'plan-of-nobody': ({ plan }) =>
    `没有部门采用“${plan}”，它支付给所有获得业绩的人，不含保底与奖励：现照此写明`,
  renamed: ({ from, to }) => `名称不得重复，“${from}”现称为“${to}”`,
  reopens: ({ periods }) =>
    `迟到的工资、奖金与调整信息现在也会结算：最近 ${periods} 个期间保持开放`,
  'rules-in-order': ({ credit }) =>
    `有多条规则给出“${credit}”，原来每条匹配的规则都计入：现在以第一条匹配的规则为准`,
  'second-policy': ({ policy, departments }) =>
    `${departments.join('、')} 的条款与其他部门不同，另立制度“${policy}”`,
  'ties-turn': ({ pool, ties }) => `“${pool}”的相同余数原按 ${ties} 处理：现在尾差逐期轮换`,
  'transfer-in-shares': ({ count, first }) =>
    `${count} 项按金额的转让现按份额，例如 ${first}：此后该成交的一切变动随之转移`,
  'transfer-left-out': ({ count, first }) =>
    `删去了 ${count} 项转让人并不持有的转让，例如 ${first}`,
  'two-tables': ({ deal, own }) =>
    `各方案的退款计入不同期间：“${deal}”记在成交日，“${own}”记在退款日`,
  'unknown-person': ({ count, first }) =>
    `${count} 项奖池成员、评选参与者或调整不属于数据中的任何人，已删去，例如 ${first}`,
  'unowned-listed': ({ credit }) =>
    `没有规则匹配“${credit}”的成交原被跳过，其他则被拒绝：现在无人拥有的成交一律列出`,
  unused: ({ kind, id }) => `没有部门采用 ${kind}“${id}”，已删去`,
  waits: ({ found, now }) => `于 ${found} 在期中开始，要等到下一期：现改为自 ${now} 开始`,
}
