// What the page says, in its two languages; {0}, {1} … are filled in.

const WORDS = {
  en: {
    skip: 'Skip to the facts', overview: 'Overview', documents: 'Documents', document: 'Document', previous: 'Previous document',
    next: 'Next document', language: '中文', languageLabel: '切换到中文', theme: 'Theme: {0}', auto: 'system', light: 'light', dark: 'dark',
    filters: 'Filters', kind: 'Kind', indicator: 'Indicator', period: 'Period', search: 'Search facts', doubtful: 'Doubtful only',
    reset: 'Reset', csv: 'Download CSV', article: 'Article', facts: 'Facts', more: 'Show more', selected: 'Selected fact',
    level: 'level', change: 'change', share: 'share', rank: 'rank', anyIndicator: 'All indicators', anyPeriod: 'All periods',
    none: '(none)', count: '{0} of {1} facts', number: 'No.', value: 'Value', unit: 'Unit', subject: 'Subject', rule: 'Rule',
    doubts: 'Doubts', quantity: 'quantity', predicate: 'predicate', base: 'base', whole: 'whole', scope: 'scope', cue: 'cue',
    up: 'up', down: 'down', flat: 'flat', yoy: 'year on year', sequential: 'on prior period', average: 'on average',
    reference: 'against a base', unspecified: '', actual: 'actual', target: 'target', forecast: 'forecast', tied: 'tied',
    inherited: 'carried over', copy: 'Copy JSON', copied: 'Fact {0} copied as JSON', notCopied: 'The browser does not let the page copy',
    close: 'Close', toArticle: 'Article', toRow: 'Table row', nothing: 'No facts match the filters.',
    noFacts: 'No facts were found in this document.', noDocuments: 'This run read no documents.', downloaded: '{0} rows written as CSV',
    total: 'Facts', left: 'Left out: {0} (characters {1}–{2})', number_too_long: 'a number of more than 28 digits',
    text_too_long: 'the text beyond what is read', sentence_too_long: 'what a very long sentence says across the cut here', growth: 'Growth by indicator, %', growthAlt: 'Bars: {0}', line: '{0} over time, {1}',
    series: 'Indicator shown', moreBars: 'the first {0} of {1}', speak: 'Fact {0}, {1}: {2} {3}', cleared: 'Nothing selected',
    narrow: 'Choose an indicator or search to see charts over the documents.',
    keys: 'Keys: j k or ↑ ↓ next and previous fact, ← → its slots, Enter between article and table, Esc clears, / searches.',
    above_whole: 'more than the whole that it is a part of', above_total: 'more than fact {0}, of which it is a part',
    below_parts: 'its parts, facts [{0}], come to {1}', against_levels: 'facts {0} and {1} give {2}%',
    ahead: 'told as done, of a time after the reference date',
  },
  zh: {
    skip: '跳到事实表', overview: '总览', documents: '文档', document: '文档', previous: '上一篇', next: '下一篇', language: 'English',
    languageLabel: 'Switch to English', theme: '主题：{0}', auto: '跟随系统', light: '浅色', dark: '深色', filters: '筛选', kind: '类型',
    indicator: '指标', period: '时期', search: '搜索事实', doubtful: '只看存疑', reset: '重置', csv: '下载 CSV', article: '原文',
    facts: '事实', more: '显示更多', selected: '选中的事实', level: '数值', change: '变化', share: '占比', rank: '排名',
    anyIndicator: '全部指标', anyPeriod: '全部时期', none: '（无）', count: '{1} 条中的 {0} 条', number: '序号', value: '值', unit: '单位',
    subject: '主体', rule: '规则', doubts: '存疑', quantity: '数量', predicate: '谓词', base: '基准', whole: '整体', scope: '范围',
    cue: '变化词', up: '上升', down: '下降', flat: '持平', yoy: '同比', sequential: '环比', average: '年均', reference: '对比基准',
    unspecified: '', actual: '实际', target: '目标', forecast: '预测', tied: '并列', inherited: '承前', copy: '复制 JSON',
    copied: '事实 {0} 已复制为 JSON', notCopied: '浏览器不允许复制', close: '关闭', toArticle: '看原文', toRow: '看表格',
    nothing: '没有符合筛选条件的事实。', noFacts: '这篇文档中没有找到事实。', noDocuments: '这次没有读到文档。', downloaded: '已写出 {0} 行 CSV',
    total: '事实', left: '未读入：{0}（第 {1}–{2} 字）', number_too_long: '超过 28 位的数', text_too_long: '超出长度的正文', sentence_too_long: '过长的句子在此断开，跨断处的内容',
    growth: '各指标增幅，%', growthAlt: '条形图：{0}', line: '{0}的变化，{1}', series: '图中指标', moreBars: '{1} 项中的前 {0} 项',
    speak: '事实 {0}，{1}：{2} {3}', cleared: '未选中', narrow: '选定指标或搜索后，这里显示跨文档的图。',
    keys: '按键：j k 或 ↑ ↓ 上下一条，← → 该条各成分，Enter 在原文与表格间切换，Esc 取消，/ 搜索。',
    above_whole: '超过了所属的整体', above_total: '超过了所属的事实 {0}', below_parts: '各部分（事实 {0}）合计 {1}',
    against_levels: '按事实 {0}、{1} 计算应为 {2}%', ahead: '说的是已完成，时间却在参考日期之后',
  },
};

let language = Object.hasOwn(WORDS, kept('language')) ? kept('language') : (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

function word(key, ...given) {
  return wordIn(language, key, ...given);
}

function wordIn(tongue, key, ...given) {
  const text = WORDS[tongue][key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, at) => given[at]);
}

// Settings outlive the page where the browser keeps them for it.
function kept(name) {
  try {
    return localStorage.getItem(`hanfacts.${name}`);
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(`hanfacts.${name}`, value);
  } catch {
    // a page from disk may have no storage
  }
}

// Puts the words of the language into the page.
function speakLanguage() {
  document.documentElement.lang = language;
  for (const part of document.querySelectorAll('[data-word]')) part.textContent = word(part.dataset.word);
  for (const part of document.querySelectorAll('[data-label]')) part.setAttribute('aria-label', word(part.dataset.label));
  for (const part of document.querySelectorAll('[data-hint]')) part.placeholder = word(part.dataset.hint);
  by('language').textContent = word('language');
  by('language').setAttribute('aria-label', word('languageLabel'));
  by('language').lang = language === 'zh' ? 'en' : 'zh';
}
