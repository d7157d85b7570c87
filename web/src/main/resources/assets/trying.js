// The description of the API tries a route where it stands, with a key where one is given. Without this the answer opens in
// a tab of its own, in the reader's name.
(() => {
  'use strict';

  const forms = document.querySelectorAll('form.api-try');
  if (!forms.length) return;
  const LONGEST = 100000;
  const key = document.getElementById('try-key');
  document.querySelectorAll('[data-scripted]').forEach(part => { part.hidden = false; });

  const address = form => {
    let path = form.dataset.path;
    const query = new URLSearchParams();
    for (const field of form.elements) {
      const value = field.name && field.name !== 'operation' ? field.value.trim() : '';
      const place = '{' + field.name + '}';
      if (field.name && path.includes(place)) {
        path = path.replace(place, encodeURIComponent(value || '-'));
      } else if (value) {
        query.append(field.name, value);
      }
    }
    return query.size ? path + '?' + query : path;
  };

  const pretty = text => {
    // Parsed numbers would lose their decimals, so only the brackets and commas outside of texts are set apart.
    let depth = 0;
    const line = () => '\n' + '  '.repeat(depth);
    return text.replace(/"(?:[^"\\]|\\.)*"|[{}\[\],:]/g, part => {
      if (part === '{' || part === '[') { depth++; return part + line(); }
      if (part === '}' || part === ']') { depth--; return line() + part; }
      return part === ',' ? part + line() : part === ':' ? ': ' : part;
    });
  };

  forms.forEach(form => form.addEventListener('submit', async event => {
    event.preventDefault();
    const told = form.querySelector('[data-answer]');
    const headers = { Accept: form.querySelector('[data-accept]').value };
    if (key.value.trim()) headers.Authorization = 'Bearer ' + key.value.trim();
    const path = address(form);
    try {
      const answer = await fetch(path, { headers, credentials: key.value.trim() ? 'omit' : 'same-origin' });
      const body = await answer.text();
      const isJson = (answer.headers.get('Content-Type') || '').startsWith('application/json');
      const shown = body.length > LONGEST ? body.slice(0, LONGEST) + '…' : isJson ? pretty(body) : body;
      told.textContent = 'GET ' + path + '\n' + answer.status + ' ' + answer.statusText + '\n\n' + shown;
    } catch (e) {
      told.textContent = 'GET ' + path + '\n' + e.message;
    }
    told.hidden = false;
  }));
})();
