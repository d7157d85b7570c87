// A journal entry written by hand. Without this script buttons do the same, a page at a time.
(() => {
  const form = document.querySelector('#entry-form');
  if (!form) return;

  const bodies = () => Array.from(form.querySelectorAll('.entry-line'));
  const button = wish => form.querySelector(`.entry-doing button[value="${wish}"]`);
  const field = (body, name) => body.querySelector(`[name="${name}"]`);

  // What the server makes of it is shown as soon as a field is left.

  let asked = 0;

  async function compute() {
    const mine = ++asked;
    const all = new FormData(form);
    all.delete('files');
    const typed = new URLSearchParams(all);
    typed.set('do', 'compute');
    const answer = await fetch(form.action, { method: 'POST', headers: { Accept: 'text/html' }, body: typed });
    if (!answer.ok || answer.redirected || mine !== asked) return;
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  }

  function show(computed) {
    let proposed = false;
    form.querySelectorAll('.entry-note[data-computed]').forEach(note => {
      note.textContent = computed.getElementById(note.id)?.textContent ?? '';
    });
    const sums = computed.querySelector('#sums');
    if (sums) {
      form.querySelector('#sums').className = sums.className;
      form.querySelector('#sums dl').replaceWith(document.adoptNode(sums.querySelector('dl')));
    }
    const held = computed.querySelector('#held');
    if (held) {
      form.querySelector('#held').hidden = held.hidden;
      form.querySelector('#held .notice').textContent = held.querySelector('.notice').textContent;
    }
    if (sums?.classList.contains('balanced')) form.querySelector('#sums-fault')?.remove();
    form.querySelectorAll('[name="account"]').forEach(account => {
      const understood = computed.getElementById(account.id)?.value;
      if (!understood || account === document.activeElement) return;
      account.value = understood;
      proposed = propose(account) || proposed;
    });
    if (proposed) compute();
  }

  let waiting = 0;

  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(compute, 150);
  }

  // Lines

  function number() {
    bodies().forEach((body, at) => {
      body.querySelectorAll('[id]').forEach(element => { element.id = element.id.replace(/-\d+/, `-${at + 1}`); });
      ['for', 'aria-describedby', 'aria-label', 'value'].forEach(name => {
        const numbered = name === 'value' ? '.cell-remove button' : name === 'aria-label' ? 'input, button, summary' : 'label, input';
        body.querySelectorAll(numbered).forEach(element => {
          const text = element.getAttribute(name);
          if (text) element.setAttribute(name, text.replace(/\d+/, at + 1));
        });
      });
    });
  }

  function add() {
    const last = bodies().at(-1);
    const body = last.cloneNode(true);
    body.querySelectorAll('input').forEach(input => {
      input.value = input.name === 'text' ? field(last, 'text').value : '';
      ['aria-invalid', 'aria-describedby', 'autofocus'].forEach(name => input.removeAttribute(name));
    });
    body.querySelectorAll('.fault').forEach(fault => fault.remove());
    body.querySelector('.entry-note').textContent = '';
    body.querySelector('.says').textContent = '';
    body.querySelector('details').open = false;
    last.after(body);
    number();
    field(body, 'account').focus();
  }

  function remove(body) {
    const all = bodies();
    if (all.length <= 2) {
      body.querySelectorAll('input').forEach(input => { input.value = ''; });
      field(body, 'account').focus();
    } else {
      const next = all[all.indexOf(body) + 1] ?? all.at(-2);
      body.remove();
      number();
      field(next, 'account').focus();
    }
    compute();
  }

  function onEnter(event) {
    const body = event.target.closest('.entry-line');
    if (event.ctrlKey || event.metaKey) {
      form.requestSubmit(button('post'));
    } else if (event.target.name === 'account') {
      field(body, 'text').focus(); // Enter has just taken what was proposed.
    } else if (event.target.matches('input')) {
      const next = body ? bodies()[bodies().indexOf(body) + 1] : bodies()[0];
      if (next) field(next, 'account').focus();
      else if (button('add')) add();
    } else {
      return;
    }
    event.preventDefault();
  }

  form.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing && !event.defaultPrevented) onEnter(event);
  });

  form.addEventListener('click', event => {
    const pressed = event.target.closest('button');
    if (!pressed) return;
    if (pressed.value === 'compute') compute();
    else if (pressed.value === 'add') add();
    else if (pressed.value.startsWith('remove-')) remove(pressed.closest('.entry-line'));
    else return;
    event.preventDefault();
  });

  // An account proposes its tax code, unless one is chosen.
  function propose(account) {
    const code = field(account.closest('.entry-line'), 'tax_code');
    const options = Array.from(document.querySelectorAll('#known-account option'));
    const tax = options.find(option => option.value === account.value)?.dataset.tax;
    if (!tax || code.value || account.dataset.proposed === account.value) return false;
    account.dataset.proposed = account.value;
    code.value = tax;
    return true;
  }

  form.addEventListener('change', event => {
    if (event.target.name === 'account') propose(event.target);
    compute();
  });
  form.addEventListener('input', event => { if (event.target.matches('.num')) soon(); });

  // Twice pressed is once posted.
  let sent = false;
  form.addEventListener('submit', event => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener('pageshow', () => { sent = false; });
})();
