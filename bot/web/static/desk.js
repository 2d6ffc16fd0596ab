/* The page of the desk: brings together what the server shows and what a werkmatcher does. */
"use strict";
(function (hw) {
  const LONGEST = 4000;
  const words = hw.words;
  const $ = (id) => document.getElementById(id);
  const input = $("said");
  const read = {}; // handoff → number of the last line that was in sight
  let desk = null;
  let chosen = hw.kept("chosen")[0] || null;
  let wanted = null; // the conversation to open as soon as it is the werkmatcher's own
  let ended = false;
  let known = null; // what rang the bell already

  function tell(sentence) {
    $("talk-told").textContent = sentence;
  }

  function line(sentence) {
    if (!ended && $("line").textContent !== sentence) $("line").textContent = sentence;
  }

  function waiting(answer) {
    if (answer.status === 0) line(navigator.onLine === false ? words.offline : words.unreachable);
    else line(answer.body.error || words.trouble);
  }

  function gone() {
    line(words.gone);
    ended = true;
    outbox.stop();
    inbox.stop();
    document.body.classList.add("ended");
  }

  // ---- what comes

  const mine = (id) => (desk ? desk.mine : []).filter((card) => card.id === id)[0];
  const theirs = (card) => card.lines.filter((each) => each.kind === "said" || each.kind === "corrected");
  const newest = (card) => theirs(card).reduce((most, each) => Math.max(most, each.number), 0);
  const unread = (card) => newest(card) > (read[card.id] || 0);

  // What the server shows has arrived, also when its 202 has not.
  function arrived() {
    const used = {};
    outbox.waiting.slice().forEach((item) => {
      const card = mine(item.handoff);
      const found = (card ? card.lines : []).filter(
        (each) => each.by === "me" && each.number > item.after && each.text === item.text && !used[each.number],
      )[0];
      if (found) {
        used[found.number] = true;
        outbox.drop(item.id);
      }
    });
  }

  function came(states) {
    desk = states[states.length - 1];
    if (navigator.onLine !== false) line("");
    arrived();
    if (wanted && mine(wanted)) open(wanted);
    draw();
    ring();
  }

  function draw() {
    if (!desk) return;
    const card = mine(chosen);
    if (card && !document.hidden) read[card.id] = newest(card);
    hw.queue.show(desk, () => chosen, unread, { claim, open });
    hw.answers.show(desk.answers);
    hw.talk.show(card, desk, outbox.waiting.filter((item) => item.handoff === chosen));
    hw.bell.count(desk.waiting.length + desk.mine.filter(unread).length);
  }

  function ring() {
    const now = desk.waiting.map((card) => card.id).concat(desk.mine.filter(unread).map((card) => card.id + newest(card)));
    if (known && now.some((each) => !known.includes(each))) hw.bell.ring();
    known = now;
  }

  // ---- what a werkmatcher does

  function open(id) {
    tell("");
    wanted = null;
    chosen = id;
    hw.keep("chosen", id);
    hw.talk.open(id, desk.mine);
    draw();
    hw.talk.toEnd();
    hw.talk.focus();
  }

  let busy = false; // the second half of a double tap is nothing

  async function act(what, handoff, more) {
    if (busy) return false;
    if (outbox.waiting.some((item) => item.handoff === handoff)) {
      tell(words.unsent);
      return false;
    }
    busy = true;
    const answer = await hw.ask("POST", "api/acts", Object.assign({ id: hw.uuid(), act: what, handoff }, more));
    busy = false;
    if (answer.status === 401) gone();
    else if (answer.status !== 202) tell(answer.body.error || (answer.status ? words.trouble : words.unreachable));
    return answer.status === 202;
  }

  // Who gave a conversation away knows that it is over.
  async function part(what, more) {
    if (!(await act(what, chosen, more))) return;
    chosen = null;
    hw.keep("chosen", null);
    hw.talk.leave();
    draw();
    $("waiting-title").focus();
  }

  async function claim(id) {
    if (busy) return;
    wanted = id;
    tell("");
    if (!(await act("claim", id))) {
      if (wanted === id) wanted = null;
      $("waiting-title").focus();
    } else if (wanted && mine(wanted)) open(wanted);
  }

  function send() {
    if (ended || input.readOnly || !input.value.trim()) return;
    if (input.value.length > LONGEST) {
      tell(words.too_long);
      return;
    }
    tell("");
    const card = mine(chosen);
    const after = card.lines.reduce((most, each) => Math.max(most, each.number), 0);
    outbox.add({ id: hw.uuid(), at: new Date().toISOString(), handoff: chosen, text: hw.talk.taken(), after });
    draw();
    hw.talk.toEnd();
  }

  const outbox = hw.outbox({
    to: "api/acts",
    body: (item) => ({ id: item.id, act: "reply", handoff: item.handoff, text: item.text }),
    waiting,
    gone,
    accepted: () => inbox.refresh(),
    refused: (item, answer) => {
      hw.talk.back(item);
      tell(answer.body.error || words.refused);
      draw();
    },
  });

  const inbox = hw.inbox({ from: "api/state", came, waiting, gone, last: () => 0 });
  // The stream shows what was accepted; when that takes long, somebody in between holds it up.
  inbox.refresh = () => hw.ask("GET", "api/state").then((answer) => answer.status === 200 && came([answer.body]));

  function again() {
    outbox.wake();
    inbox.check();
    draw();
  }

  hw.written($("say"), input, send);
  document.querySelectorAll("[data-act]").forEach((button) =>
    button.addEventListener("click", () => part(button.dataset.act)),
  );
  $("pass").addEventListener("submit", (event) => {
    event.preventDefault();
    part("pass_on", { to: $("to").value });
  });
  $("bring").addEventListener("submit", (event) => {
    event.preventDefault();
    act("bring", chosen, { vacancy: $("job").value });
  });
  $("out").addEventListener("submit", (event) => {
    if (outbox.waiting.length && !window.confirm(words.leave)) event.preventDefault();
    else hw.forget();
  });
  window.addEventListener("online", again);
  window.addEventListener("offline", () => line(words.offline));
  window.addEventListener("pageshow", (event) => event.persisted && again());
  document.addEventListener("visibilitychange", () => document.hidden || again());

  hw.answers.tell(tell);
  hw.talk.show(null, null, []);
  if (chosen) hw.talk.open(chosen, [{ id: chosen }]);
  inbox.work();
  outbox.work();
  if (navigator.onLine === false) line(words.offline);
})(window.hallowerk);
