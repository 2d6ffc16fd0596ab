/* The conversation that is open: what was said, what is on its way, and what is being typed. */
"use strict";
(function (hw) {
  const { arrange, fill, clock, make } = hw.queue;
  const words = hw.words;
  const $ = (id) => document.getElementById(id);
  const input = $("said");
  const log = $("log");
  let handoff = null;
  let over = false;
  let atEnd = true; // whether the newest is in sight; then it stays there, also when the log gets less room

  function note(line) {
    const item = make("li", "note");
    item.message = { at: line.at };
    item.appendChild(make("p", "who unseen"));
    item.appendChild(make("p", "text", line.text));
    return item;
  }

  function said(line) {
    if (!line.by) return note(line);
    const item = hw.show({ seq: line.number, id: line.id, from: line.by, text: line.text, at: line.at });
    item.removeAttribute("tabindex");
    if (line.kind === "corrected") item.appendChild(make("p", "state", words.corrected));
    return item;
  }

  // What is on its way stands below what was said, until the server shows it.
  function lines(card, waiting) {
    const going = waiting.map((item) => ({ id: item.id, by: "me", text: item.text, at: item.at }));
    const key = (line) => String(line.number || line.id);
    arrange($("messages"), card.lines.concat(going), key, said, () => {});
    const items = Array.from($("messages").children);
    items.forEach((item, i) => hw.show.day(item, items[i - 1]));
    stay();
  }

  function stay() {
    if (atEnd) log.scrollTop = log.scrollHeight;
  }

  function row(name, value) {
    return value && [name, value];
  }

  function about(card) {
    const held = $("card");
    const rows = [
      row(words.about, card.about),
      row(words.asked, clock(card.since)),
      row(fill(words.shown, card), card.shown.join("\n")),
    ].filter(Boolean);
    held.textContent = "";
    rows.forEach(([name, value]) => {
      held.appendChild(make("dt", "", name));
      held.appendChild(make("dd", "", value));
    });
    if (!card.shown.length) held.appendChild(make("dd", "", fill(words.nothing, card)));
  }

  function colleagues(all) {
    arrange($("to"), all, (each) => each.id, () => make("option"), (option, each) => {
      option.value = each.id;
      if (option.textContent !== each.name) option.textContent = each.name;
    });
    $("pass").hidden = !all.length;
  }

  // The vacancies are asked for when a conversation is opened: there can be many, and they change all day.
  function jobs(person) {
    $("bring").hidden = true;
    if (!person || person.employer) return;
    hw.ask("GET", "api/vacancies").then((answer) => {
      const all = (answer.status === 200 && answer.body.vacancies) || [];
      arrange($("job"), all, (each) => each.id, () => make("option"), (option, each) => {
        option.value = each.id;
        if (option.textContent !== each.name) option.textContent = each.name;
      });
      $("bring").hidden = !all.length;
    });
  }

  function draft(text) {
    input.value = text;
    hw.answers.measure();
  }

  // A draft stays on the device until it is sent, or until its conversation is over and another one is opened.
  function open(id, mine) {
    if (id === handoff && !over) return;
    jobs(mine.filter((card) => card.id === id)[0]);
    hw.kept("draft:").forEach((kept) => {
      if (kept.handoff !== id && !mine.some((card) => card.id === kept.handoff)) hw.keep("draft:" + kept.handoff, null);
    });
    if (id !== handoff) {
      $("messages").textContent = "";
      const kept = hw.kept("draft:").filter((each) => each.handoff === id)[0];
      draft(kept ? kept.text : "");
    }
    handoff = id;
    over = false;
    log.setAttribute("aria-live", "off");
    setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
  }

  function show(card, desk, waiting) {
    over = !card;
    input.readOnly = over;
    $("say").hidden = !handoff || (over && !input.value);
    $("say").classList.toggle("over", over);
    $("acts").hidden = $("person").hidden = over;
    const title = card ? fill(words.with, card) : handoff ? words.ended : words.pick;
    if ($("talk-title").textContent !== title) $("talk-title").textContent = title;
    if (!card) $("messages").textContent = "";
    else {
      lines(card, waiting);
      about(card);
      colleagues(desk.colleagues);
    }
  }

  // What was typed and not sent stays to be copied.
  function leave() {
    if (!input.value) handoff = null;
  }

  input.addEventListener("input", () => {
    if (handoff) hw.keep("draft:" + handoff, input.value ? { handoff, text: input.value } : null);
  });

  log.addEventListener("scroll", () => (atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60), { passive: true });
  if (window.ResizeObserver) new ResizeObserver(stay).observe(log);

  hw.talk = {
    open,
    leave,
    show,
    // Gives what was typed, and empties the box: from here on it is kept as on its way.
    taken: () => {
      const text = input.value.trim();
      hw.keep("draft:" + handoff, null);
      draft("");
      return text;
    },
    // What could not be sent comes back, before what was typed since.
    back: (item) => {
      const kept = hw.kept("draft:").filter((each) => each.handoff === item.handoff)[0];
      const text = kept ? item.text + "\n" + kept.text : item.text;
      hw.keep("draft:" + item.handoff, { handoff: item.handoff, text });
      if (item.handoff === handoff) draft(text);
    },
    focus: () => (window.matchMedia("(pointer: coarse)").matches || $("say").hidden ? $("talk-title") : input).focus(),
    toEnd: () => {
      atEnd = true;
      stay();
    },
  };
})(window.hallowerk);
