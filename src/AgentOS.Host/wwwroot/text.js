// The page's own words. What the agents say comes from the server, in the language they were spoken to.
const words = {
  en: {
    skip: 'Skip to the message box', new: 'New conversation', leave: 'Sign out', theme: 'Light or dark', log: 'Conversation',
    welcome: 'What can I do for you?', say: 'Message', send: 'Send', stop: 'Stop', hint: 'Enter sends, Shift+Enter begins a new line.',
    signIn: 'Sign in', signInHow: 'Open the link that AgentOS printed when it started, or paste an API key here.', key: 'API key',
    you: 'You', working: 'Working', other: 'العربية', otherCode: 'ar',
    tool: { running: 'running', done: 'done', refused: 'not done' }, arguments: 'Asked', result: 'Answered',
    approval: 'Your approval is needed', approve: 'Approve', decline: 'Decline', approved: 'You approved this.', declined: 'You declined this.',
    expired: 'This can no longer be answered.', row: { inserted: 'new', updated: 'changed', deleted: 'removed' },
    column: 'Field', before: 'Before', after: 'After', handed: (to) => `${to} goes on`,
    offline: 'The connection to AgentOS is lost. Trying again…', retry: 'Try again', broken: 'The connection broke before the answer came.',
    stopped: 'Stopped.', suggestions: [
      'Show my open opportunities', 'How much espresso do we have in Riyadh?', 'Order 40 espresso and 10 grinders for Contoso', 'What is the forecast for this quarter?',
    ],
  },
  ar: {
    skip: 'انتقل إلى مربع الرسالة', new: 'محادثة جديدة', leave: 'خروج', theme: 'فاتح أو داكن', log: 'المحادثة',
    welcome: 'كيف أقدر أخدمك؟', say: 'اكتب رسالتك', send: 'إرسال', stop: 'إيقاف', hint: 'Enter للإرسال، وShift+Enter لسطر جديد.',
    signIn: 'تسجيل الدخول', signInHow: 'افتح الرابط اللي طبعه AgentOS عند التشغيل، أو الصق مفتاح API هنا.', key: 'مفتاح API',
    you: 'أنت', working: 'جاري العمل', other: 'English', otherCode: 'en',
    tool: { running: 'جاري', done: 'تم', refused: 'ما تم' }, arguments: 'الطلب', result: 'الجواب',
    approval: 'نحتاج موافقتك', approve: 'موافق', decline: 'رفض', approved: 'وافقت على هذا.', declined: 'رفضت هذا.',
    expired: 'ما عاد يمكن الرد على هذا.', row: { inserted: 'جديد', updated: 'تعديل', deleted: 'حذف' },
    column: 'الحقل', before: 'قبل', after: 'بعد', handed: (to) => `يكمل معك ${to}`,
    offline: 'انقطع الاتصال بـ AgentOS. نحاول من جديد…', retry: 'حاول مرة ثانية', broken: 'انقطع الاتصال قبل وصول الجواب.',
    stopped: 'توقّف.', suggestions: [
      'ابغى اشوف الفرص المفتوحة', 'كم عندنا اسبريسو في الرياض؟', 'اطلب 40 اسبريسو و10 مطاحن لكونتوسو', 'وش توقعات المبيعات هالربع؟',
    ],
  },
};

export let language = localStorage.getItem('agentos.language') ?? (navigator.language.startsWith('ar') ? 'ar' : 'en');
export const text = (name) => words[language][name];

export function speak(code) {
  language = code;
  localStorage.setItem('agentos.language', code);
  show();
}

export function show() {
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text(node.dataset.text);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', text(node.dataset.label));
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = text(node.dataset.placeholder);
  const other = document.getElementById('language');
  other.textContent = text('other');
  other.lang = text('otherCode');
}
