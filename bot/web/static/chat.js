/* The page of the chat: brings together what comes in, what goes out and what somebody does. */
"use strict";
(function (hw) {
  const LONGEST = 4000;
  const LARGEST = 5000000; // bytes of a file
  const $ = (id) => document.getElementById(id);
  const words = hw.words;
  const list = $("messages");
  const input = $("said");
  const notice = $("notice");
  const shown = {}; // seq → item
  const pending = {}; // uuid → item
  let last = 0;
  let open = true;
  let atEnd = true;

  // ---- what is said to the person about the line

  let troubled = false; // what the notice says is about the line, and goes away when the line is back

  function tell(sentence, line) {
    troubled = Boolean(line);
    if (notice.textContent !== sentence) notice.textContent = sentence;
  }

  function calm() {
    if (troubled) tell("");
  }

  function waiting(answer) {
    if (answer.status === 0) tell(navigator.onLine === false ? words.offline : words.unreachable, true);
    else tell(answer.body.error || words.trouble, true);
  }

  function end(section) {
    open = false;
    outbox.stop();
    inbox.stop();
    $("say").hidden = $("menu").hidden = $("loading").hidden = true;
    $("gone").hidden = $("closed").hidden = true;
    Array.from(list.children).forEach((item) => show.choices(item, false));
    list.classList.add("over");
    section.hidden = false;
    section.focus();
  }

  function gone(answer) {
    if (!open) return;
    // 410: erased, so nothing may stay here. 401: another code opens it again, and then what was written is sent.
    if (answer.status === 410) {
      hw.forget();
      list.textContent = "";
    }
    end($("gone"));
  }

  function farewell(messages) {
    hw.forget();
    list.textContent = "";
    messages.forEach((message) => list.appendChild(show(message, () => {})));
    end($("closed"));
  }

  // ---- where the eye is

  function bottom() {
    return document.documentElement.scrollHeight - window.innerHeight;
  }

  function look() {
    atEnd = bottom() - window.pageYOffset < 60;
    if (atEnd) $("more").hidden = true;
  }

  // To the newest, but not past the first thing that was said after the person's own words: a long answer is read from
  // its beginning, and a new conversation from the top of the page, or, on a short phone, from its first words: then
  // the question is in sight.
  function follow() {
    const mine = Array.from(list.children).filter((item) => item.message.from === "me").pop();
    const unread = mine && mine.nextSibling;
    const above = (node) => node.getBoundingClientRect().top + window.pageYOffset - $("bar").offsetHeight - 28;
    window.scrollTo(0, Math.min(bottom(), unread ? above(unread) : mine ? Infinity : 0));
    const short = window.matchMedia("(max-height: 43em)").matches; // as in the style sheet
    const choices = short && !mine && list.querySelector(".choice-row");
    if (choices && choices.getBoundingClientRect().bottom > $("say").getBoundingClientRect().top) {
      window.scrollTo(0, Math.min(bottom(), above(list.querySelector(".who")) + 24));
    }
    look();
    if (!atEnd) $("more").hidden = false;
  }

  // One window further, so that nothing is passed over.
  function readOn() {
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const room = $("say").getBoundingClientRect().top - $("bar").getBoundingClientRect().bottom;
    const far = document.body.classList.contains("roomy") ? room : window.innerHeight;
    const to = Math.min(bottom(), window.pageYOffset + far - 72);
    window.scrollTo({ top: to, behavior: still ? "auto" : "smooth" });
    $("more").hidden = to >= bottom() - 60;
    const next = Array.from(list.children).find((item) => item.getBoundingClientRect().bottom > far);
    (next || list.lastChild).focus({ preventScroll: true });
  }

  // ---- messages

  const show = hw.show;

  function tidy() {
    const items = Array.from(list.children);
    items.forEach((item, i) => show.day(item, items[i - 1]));
    // The open question is the newest one with choices, until the person has answered: a message that somebody else
    // sends in between does not take the choices away.
    const mine = items.map((item) => item.message.from === "me").lastIndexOf(true);
    const asked = items.map((item) => Boolean(item.querySelector(".choices"))).lastIndexOf(true);
    items.forEach((item, i) => show.choices(item, open && i === asked && asked > mine));
  }

  function place(item) {
    let next = null;
    for (let before = list.lastChild; before; before = before.previousSibling) {
      if (before === item) continue;
      if ((before.message.seq || Infinity) < (item.message.seq || Infinity) || (!item.message.seq && !before.message.seq)) break;
      next = before;
    }
    // Moving an item takes the focus from it, so only where it must be moved.
    if (item.parentNode !== list || item.nextSibling !== next) list.insertBefore(item, next);
  }

  function add(message, isNew) {
    last = Math.max(last, message.seq);
    if (shown[message.seq]) return;
    let item = pending[message.event];
    if (item) {
      delete pending[message.event];
      show.arrived(item, message);
    } else {
      item = show(message, Object.assign((label, value) => say({ tap: { seq: message.seq, value } }, label), { file: give }));
      item.classList.toggle("new", isNew);
    }
    outbox.drop(message.event);
    shown[message.seq] = item;
    place(item);
  }

  // The person has chosen another language: the page around the messages follows, once.
  function speakAs(message) {
    const chosen = message.from === "chat" && message.lang;
    if (!chosen || chosen === document.documentElement.lang || hw.kept("spoken")[0] === chosen) return;
    hw.keep("spoken", chosen);
    if (!outbox.waiting.length) location.reload();
  }

  function came(messages, first) {
    if (!open) return;
    const wasAtEnd = atEnd;
    messages.forEach((message) => add(message, !first));
    if (messages.length) tidy();
    if (!outbox.waiting.length && navigator.onLine !== false) calm();
    if (first) {
      $("loading").hidden = true;
      follow();
      // Only from here on: a screen reader should not read the whole conversation aloud.
      setTimeout(() => $("log").setAttribute("aria-live", "polite"), 500);
    } else if (messages.length) {
      messages.forEach(speakAs);
      const asks = messages.some((message) => message.buttons && message.buttons.length);
      // The keyboard on the glass would hide the choices.
      if (asks && !input.value && window.matchMedia("(pointer: coarse)").matches) input.blur();
      if (wasAtEnd) follow();
      else $("more").hidden = false;
    }
  }

  // ---- what the person says

  function put(item) {
    const text = item.text || item.label;
    pending[item.id] = show({ id: item.id, from: "me", text, at: item.at });
    place(pending[item.id]);
    return pending[item.id];
  }

  function say(what, label) {
    if (!open) return;
    if (!troubled) tell("");
    const item = Object.assign({ id: hw.uuid(), at: new Date().toISOString(), label }, what);
    const node = put(item);
    node.classList.add("new");
    tidy();
    // The button that was tapped is gone: the focus goes on from what it said, with the next choices right after it.
    if (what.tap) node.focus();
    outbox.add(item);
    follow();
  }

  // A file is too large to be kept on the device until the line is back: then it is chosen once more.
  async function give(file) {
    if (!open) return;
    if (file.size > LARGEST) {
      tell(words.too_large);
      return;
    }
    const node = put({ id: hw.uuid(), text: file.name, at: new Date().toISOString() });
    tidy();
    follow();
    tell("");
    const answer = await hw.ask("POST", "api/files?id=" + node.message.id, file);
    list.removeChild(node);
    delete pending[node.message.id];
    tidy();
    if (answer.status === 401) gone(answer);
    else if (answer.status !== 202) tell(answer.body.error || words.no_file);
  }

  function grow() {
    input.style.height = "auto";
    input.style.height = input.scrollHeight + 4 + "px"; // 4: its border; the style sheet stops it at four lines
  }

  function write(text) {
    input.value = text;
    hw.keep("draft", text || null);
    grow();
  }

  function send() {
    const text = input.value.trim();
    input.focus();
    if (!text) return;
    if (Array.from(text).length > LONGEST) {
      tell(words.too_long);
      return;
    }
    write("");
    say({ text });
  }

  const outbox = hw.outbox({
    waiting,
    gone,
    accepted: (item, body) => {
      const node = pending[item.id];
      if (body.messages) {
        farewell(body.messages);
        return;
      }
      calm();
      if (node) {
        show.sent(node);
        inbox.expect(() => !pending[item.id]);
      }
    },
    refused: (item, answer) => {
      const node = pending[item.id];
      if (node) list.removeChild(node);
      delete pending[item.id];
      tidy();
      if (item.text) {
        write(input.value ? item.text + "\n" + input.value : item.text);
        input.focus();
      }
      tell(answer.body.error || words.refused);
    },
  });

  const inbox = hw.inbox({ came, waiting, gone, last: () => last });

  // ---- beginning

  function again() {
    outbox.wake();
    inbox.check();
  }

  hw.written($("say"), input, send);
  input.addEventListener("input", () => {
    hw.keep("draft", input.value || null);
    grow();
    if (notice.textContent === words.too_long) tell("");
  });
  $("menu").addEventListener("click", () => say({ text: "menu" }));
  $("more").addEventListener("click", readOn);
  window.addEventListener("scroll", look, { passive: true });
  window.addEventListener("resize", () => {
    grow();
    measure();
    if (atEnd) window.scrollTo(0, bottom());
  });
  window.addEventListener("online", () => {
    calm();
    again();
  });
  window.addEventListener("offline", () => tell(words.offline, true));
  window.addEventListener("pageshow", (event) => event.persisted && again());
  document.addEventListener("visibilitychange", () => document.hidden || again());

  // The name scrolls away, the two buttons and the input stay, but only where that leaves room to read: not on a lying
  // phone, not with very large text.
  function measure() {
    document.body.classList.toggle("roomy", $("bar").offsetHeight + $("say").offsetHeight < window.innerHeight * 0.4);
    const above = $("bar").getBoundingClientRect().top - $("top").getBoundingClientRect().top;
    $("top").style.top = 2 - above + "px";
  }

  $("say").hidden = $("menu").hidden = false;
  measure();
  if (window.ResizeObserver) new ResizeObserver(measure).observe($("bar")); // text made larger without a resize
  write(hw.kept("draft")[0] || "");
  outbox.waiting.forEach(put);
  tidy();
  inbox.work();
  outbox.work();
  if (navigator.onLine === false) tell(words.offline, true);
  if ("serviceWorker" in navigator) {
    const worker = navigator.serviceWorker;
    worker.register(document.body.dataset.worker).catch(() => {});
    // On the first visit the page came before its worker: it says what belongs to it.
    const parts = Array.from(document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]"), (node) => node.href || node.src);
    if (!worker.controller) worker.ready.then((ready) => ready.active.postMessage([location.pathname].concat(parts)));
  }
})(window.hallowerk);
