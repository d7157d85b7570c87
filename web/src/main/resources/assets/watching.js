// A page of something under way shows it anew when it is told that there is more. Without this its link loads it again.
(() => {
  'use strict';

  const watched = document.querySelector('[data-events]');
  if (!watched || !window.EventSource || !window.htmx) return;

  const show = () => window.htmx.trigger(watched, 'told');
  const events = new EventSource(watched.dataset.events);
  events.onmessage = show;
  events.addEventListener('end', () => {
    events.close();
    show();
  });
  // Refused for good, as when too many watch: it is asked for more rarely instead.
  events.onerror = () => {
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(() => location.reload(), 5000);
    }
  };
})();
