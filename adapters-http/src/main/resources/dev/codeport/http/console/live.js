// What pages do by themselves. Everything works without it but for what is live.
(() => {
  "use strict";
  const root = document.documentElement;
  root.classList.add("script");

  // The page's language as the visitor writes it: 7 Dec in London, Dec 7 in New York.
  const language = navigator.languages.find((one) => one.split("-")[0] === root.lang) || root.lang;
  const clock = { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" };
  const thisYear = new Intl.DateTimeFormat(language, clock);
  const otherYear = new Intl.DateTimeFormat(language, { year: "numeric", ...clock });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "long" });

  // Times are in UTC as they come; here they are in the visitor's zone.
  function localize(part) {
    for (const time of part.querySelectorAll("time[datetime]:not([data-until])")) {
      const at = new Date(time.dateTime);
      if (!isNaN(at)) {
        time.textContent = (at.getFullYear() === new Date(now()).getFullYear() ? thisYear : otherYear).format(at);
        time.title = exact.format(at);
      }
    }
  }

  // The visitor's clock may be wrong: what counts is how long ago the page was made.
  let made = Date.parse(root.dataset.now) || Date.now();
  let loaded = performance.now();
  const now = () => made + (performance.now() - loaded);

  function written(millis) {
    const all = Math.max(0, Math.ceil(millis / 1000));
    const two = (n) => String(n).padStart(2, "0");
    const hours = Math.floor(all / 3600);
    const rest = two(Math.floor(all / 60) % 60) + ":" + two(all % 60);
    return hours ? hours + ":" + rest : Math.floor(all / 60) + ":" + two(all % 60);
  }

  function tick() {
    for (const each of document.querySelectorAll("time[data-until]")) {
      const left = Date.parse(each.dateTime) - now();
      each.textContent = written(left);
      if (left <= 0 && !each.dataset.over) {
        each.dataset.over = "1";
        if (each.closest("[data-live]")) setTimeout(refresh, 1200);
      }
    }
    for (const fill of document.querySelectorAll("rect[data-from][data-to]")) {
      const from = Date.parse(fill.dataset.from);
      const to = Date.parse(fill.dataset.to);
      const share = Math.min(1, Math.max(0, (to - now()) / (to - from)));
      fill.setAttribute("width", String(Math.round(share * 1000)));
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button || !navigator.clipboard) return;
    navigator.clipboard.writeText(button.dataset.copy).then(() => {
      const before = button.textContent;
      button.textContent = button.dataset.copied || "✓";
      setTimeout(() => { button.textContent = before; }, 1600);
    });
  });

  // The live part of a page is what the server shows at the same address now.
  let asking = false;
  let again = false;
  async function refresh() {
    const part = document.querySelector("[data-live]");
    if (!part) return;
    if (asking) { again = true; return; }
    asking = true;
    try {
      const answer = await fetch(location.href, { headers: { "X-Live": "1" } });
      if (answer.status === 401) { location.reload(); return; }
      if (answer.ok) swap(await answer.text(), "[data-live]");
    } catch (lost) {
      setTimeout(refresh, 3000);
    } finally {
      asking = false;
      if (again) { again = false; refresh(); }
    }
  }

  function swap(html, selector) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const fresh = page.querySelector(selector);
    const old = document.querySelector(selector);
    if (!fresh || !old) return;
    const held = document.activeElement && old.contains(document.activeElement) ? document.activeElement.id : "";
    made = Date.parse(page.documentElement.dataset.now) || made;
    loaded = performance.now();
    old.replaceWith(document.adoptNode(fresh));
    document.title = page.title;
    localize(fresh);
    tick();
    if (held && document.getElementById(held)) document.getElementById(held).focus();
    if (!fresh.dataset.live) stop();
  }

  let stream = null;
  function stop() {
    if (stream) stream.close();
    stream = null;
  }
  function follow() {
    const part = document.querySelector("[data-live]");
    if (!part || !part.dataset.live || stream || !window.EventSource) return;
    stream = new EventSource(part.dataset.live);
    for (const name of (part.dataset.events || "message").split(" ")) stream.addEventListener(name, refresh);
    stream.onerror = () => { if (stream && stream.readyState === EventSource.CLOSED) { stop(); setTimeout(follow, 5000); } };
  }
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => { if (event.persisted) { refresh(); follow(); } });

  // A search answers while one types.
  for (const form of document.querySelectorAll("form[data-typing]")) {
    let timer = 0;
    let count = 0;
    const search = async () => {
      const mine = ++count;
      const query = new URLSearchParams(new FormData(form));
      for (const [name, value] of [...query]) if (!value) query.delete(name);
      const address = form.getAttribute("action") + (query.size ? "?" + query : "");
      try {
        const answer = await fetch(address);
        const html = await answer.text();
        if (mine !== count || !answer.ok) return;
        swap(html, form.dataset.typing);
        history.replaceState(null, "", address);
      } catch (lost) { /* The button still works. */ }
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 220); });
  }

  // A form is sent once, however often it is pressed.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => { delete form.dataset.sent; }, 4000);
  });

  // On a narrow screen the menu is wider than it shows.
  const here = document.querySelector(".menu a[aria-current]");
  if (here) {
    const menu = here.closest(".menu");
    menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
  }

  localize(document);
  tick();
  setInterval(tick, 1000);
  follow();
})();
