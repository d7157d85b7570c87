// Keys, the palette and the dialogs. Whatever this does is also a link or a form: without it nothing is lost.
(() => {
  'use strict';

  const SINGLE_KEYS = 'avstemt.singleKeys';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const isTyping = element => element instanceof HTMLElement
    && (element.isContentEditable || element.matches('textarea, select, input:not([type=checkbox], [type=radio])'));
  const isSeen = element => element.offsetParent !== null;

  // Rows are what arrows move between; each is entered by its first link.

  const list = () => one('dialog[open]') || one('details.switcher[open]') || one('main');
  const links = () => all('tbody tr, .worklist li, .hits li, .findings > li, #switcher-found li', list())
    .map(row => one('a[href]', row))
    .filter(link => link && isSeen(link));
  const at = () => links().findIndex(link => link.closest('tr, li').contains(document.activeElement));

  function move(step) {
    const rows = links();
    if (rows.length === 0) return false;
    const from = at();
    const to = from < 0 ? entry(rows, step) : from + step;
    if (to < 0 || to >= rows.length) return true;
    rows[to].focus();
    rows[to].scrollIntoView({ block: 'nearest' });
    return true;
  }

  // The list below the search field that has the focus, else the first or last row of the page.
  function entry(rows, step) {
    if (step < 0) return rows.length - 1;
    const focused = document.activeElement;
    const isBelow = row => focused.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isTyping(focused) ? rows.findIndex(isBelow) : 0;
  }

  function openRow() {
    const rows = links();
    const row = rows[at()];
    if (row) row.click();
    return Boolean(row);
  }

  // Dialogs

  function openPalette() {
    const palette = one('#palette');
    if (!palette || palette.open) return Boolean(palette);
    all('dialog[open]').forEach(dialog => dialog.close());
    palette.showModal();
    const search = one('input[type=search]', palette);
    search.select();
    search.dispatchEvent(new Event('palette'));
    return true;
  }

  function openKeys() {
    const keys = one('#keys');
    if (!keys || one('dialog[open]')) return false;
    keys.showModal();
    return true;
  }

  function focusSearch() {
    const search = all('main input[type=search]').find(isSeen);
    if (!search) return openPalette();
    search.focus();
    search.select();
    return true;
  }

  function closeSwitcher() {
    const switcher = one('details.switcher[open]');
    if (!switcher) return false;
    switcher.open = false;
    one('summary', switcher).focus();
    return true;
  }

  // Keys

  const singleKeys = {
    '/': focusSearch,
    '?': openKeys,
    j: () => move(1),
    k: () => move(-1),
    e: openRow,
  };

  function onArrow(step) {
    const focused = document.activeElement;
    const searching = isTyping(focused) && focused.matches('[type=search]');
    return (searching || at() >= 0) && move(step);
  }

  // Enter takes the first of what was found for these very words: when it is not there yet, as soon as it is.
  let entering = false;

  function onEnter() {
    const search = document.activeElement;
    if (!isTyping(search) || !search.closest('#palette, details.switcher')) return false;
    entering = true;
    enter();
    return true;
  }

  function enter() {
    const shown = one('.found', list())?.dataset.search ?? '';
    if (!entering || shown !== document.activeElement.value?.trim()) return;
    entering = false;
    links()[0]?.click();
  }

  document.addEventListener('input', () => { entering = false; });
  document.addEventListener('htmx:afterSettle', enter);

  function answer(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') return openPalette();
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === 'ArrowDown') return onArrow(1);
    if (event.key === 'ArrowUp') return onArrow(-1);
    if (event.key === 'Enter') return onEnter();
    if (event.key === 'Escape') return closeSwitcher();
    if (isTyping(event.target) || localStorage.getItem(SINGLE_KEYS) === 'off') return false;
    return Object.hasOwn(singleKeys, event.key) && singleKeys[event.key]();
  }

  document.addEventListener('keydown', event => {
    if (!event.defaultPrevented && !event.isComposing && answer(event)) event.preventDefault();
  });

  document.addEventListener('click', event => {
    const opener = event.target.closest('[data-opens]');
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (opener && plain && (opener.dataset.opens === 'palette' ? openPalette() : openKeys())) event.preventDefault();
    if (event.target.matches('dialog')) event.target.close();
    const switcher = one('details.switcher[open]');
    if (switcher && !switcher.contains(event.target)) switcher.open = false;
  });

  one('details.switcher')?.addEventListener('toggle', event => {
    if (event.target.open) one('input[type=search]', event.target)?.focus();
  });

  all('[data-opens][hidden]').forEach(opener => { opener.hidden = false; });
  const choice = one('#single-keys');
  if (choice) {
    choice.checked = localStorage.getItem(SINGLE_KEYS) !== 'off';
    choice.addEventListener('change', () => localStorage.setItem(SINGLE_KEYS, choice.checked ? 'on' : 'off'));
  }

  // On a narrow screen the rail is a bar wider than the window: where one is should be seen.
  const here = one('.rail nav a[aria-current]');
  const bar = here?.closest('nav');
  if (bar) bar.scrollLeft = here.offsetLeft - (bar.clientWidth - here.offsetWidth) / 2;

  // A session that has ended answers with the sign-in page: show it whole.
  document.addEventListener('htmx:beforeSwap', event => {
    if (new URL(event.detail.xhr.responseURL || location.href).pathname === '/login') {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });
})();
