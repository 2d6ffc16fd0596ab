/* The list of people: who waits, whom the werkmatcher has, and what ended today. */
"use strict";
(function (hw) {
  const words = hw.words;
  const $ = (id) => document.getElementById(id);
  let ahead = 0; // by how much the server's clock is ahead of this one, in ms

  const fill = (sentence, held) => sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in held ? held[name] : whole));

  function make(tag, name, text) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  const ZONE = "Europe/Amsterdam";
  const said = (at, format) => new Intl.DateTimeFormat("nl-NL", Object.assign({ timeZone: ZONE }, format)).format(new Date(at));
  const clock = (at) => said(at, { hour: "numeric", minute: "2-digit" }).replace(":", ".");

  // A time of another day has its day with it.
  function by_when(at) {
    const day = { weekday: "long", day: "numeric", month: "long" };
    const isToday = said(at, day) === said(Date.now() + ahead, day);
    return fill(isToday ? words.answer_by : words.answer_by_day, { time: clock(at), day: said(at, { weekday: "long" }) });
  }

  function how_long(since) {
    const minutes = Math.floor((Date.now() + ahead - new Date(since)) / 60000);
    if (minutes < 1) return words.now;
    if (minutes < 60) return minutes === 1 ? words.minute : fill(words.minutes, { n: minutes });
    const hours = Math.floor(minutes / 60);
    if (hours >= 24) return words.days;
    return hours === 1 ? words.hour : fill(words.hours, { n: hours });
  }

  function write(node, text) {
    if (node.textContent !== text) node.textContent = text; // else a screen reader and the eye would see it move
  }

  // The items of a list, by key: what is there already stays the same node, so that the focus stays where it is.
  function arrange(list, things, key, build, update) {
    const old = {};
    Array.from(list.children).forEach((item) => (old[item.key] = item));
    things.forEach((thing, i) => {
      const item = old[key(thing)] || build(thing);
      item.key = key(thing);
      delete old[item.key];
      update(item, thing);
      if (list.children[i] !== item) list.insertBefore(item, list.children[i] || null);
    });
    Object.keys(old).forEach((gone) => list.removeChild(old[gone]));
  }

  function person(card, kind, does) {
    const item = make("li", "person");
    const name = item.appendChild(make("p", "name"));
    name.id = "name-" + card.id;
    item.name = name.appendChild(make("strong"));
    item.since = item.appendChild(make("p", "since"));
    item.about = item.appendChild(make("p", "what"));
    item.marks = item.appendChild(make("p", "marks"));
    item.button = item.appendChild(make("button", kind));
    item.button.type = "button";
    item.button.setAttribute("aria-describedby", name.id);
    item.button.onclick = () => does(card.id);
    return item;
  }

  function describe(item, card, since, marks, does) {
    write(item.name, card.name);
    write(item.since, since);
    write(item.about, card.about || "");
    item.about.hidden = !card.about;
    const all = [card.urgent && words.urgent, card.late && words.late, card.employer && words.employer].concat(marks);
    write(item.marks, all.filter(Boolean).join(" · "));
    item.marks.hidden = !item.marks.textContent;
    write(item.button, does);
  }

  function show(desk, chosen, unread, on) {
    ahead = new Date(desk.now) - Date.now();
    times = () => {
      arrange($("waiting"), desk.waiting, (card) => card.id, (card) => person(card, "wide", on.claim), (item, card) =>
        describe(item, card, how_long(card.since), [], words.claim),
      );
      arrange($("mine"), desk.mine, (card) => card.id, (card) => person(card, "wide quiet", on.open), (item, card) => {
        describe(item, card, card.answer_by ? by_when(card.answer_by) : "", [unread(card) && words.unread], words.open);
        item.classList.toggle("chosen", card.id === chosen());
        item.button.setAttribute("aria-current", String(card.id === chosen()));
      });
    };
    times();
    arrange($("closed"), desk.closed.map((ended, i) => ({ i, ended })), (each) => each.i + each.ended.at, () => make("li"), (item, each) => {
      const held = { time: clock(each.ended.at), name: each.ended.by };
      write(item, fill(each.ended.by ? words.done : words.stopped, held));
    });
    $("nobody").hidden = desk.waiting.length > 0;
    $("none").hidden = desk.mine.length > 0;
  }

  let times = () => {};
  setInterval(() => times(), 20000);

  hw.queue = { show, again: () => times(), arrange, fill, clock, make };
})(window.hallowerk);
