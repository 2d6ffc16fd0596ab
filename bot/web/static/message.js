/* One message as it stands on the page. Everything is built from nodes: what somebody wrote is never read as HTML. */
"use strict";
(function (hw) {
  const words = (hw.words = JSON.parse(document.getElementById("words").textContent));
  const LINK = /(https:\/\/[^\s<>"]+|tel:\+?[0-9][0-9-]+)/;
  const BULLET = "• ";
  const lang = document.documentElement.lang;

  function make(tag, name, text) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  function linked(into, text) {
    text.split(LINK).forEach((part, i) => {
      if (i % 2 === 0) {
        into.appendChild(document.createTextNode(part));
        return;
      }
      const address = part.replace(/[.,;:!?)\]'’”]+$/, ""); // the end of the sentence is not part of the address
      const link = make("a", "", address.replace(/^tel:/, ""));
      link.href = address;
      if (part.indexOf("tel:") !== 0) {
        link.target = "_blank";
        link.rel = "noopener noreferrer";
      }
      into.appendChild(link);
      into.appendChild(document.createTextNode(part.slice(address.length)));
    });
    return into;
  }

  // Paragraphs, lists and, when `asks`, the question at the end: what the bot says has a shape. A person's own words
  // stay as they were written.
  function write(into, text, shaped) {
    into.textContent = "";
    const blocks = shaped ? text.split("\n\n") : [text];
    blocks.forEach((block, i) => {
      const asks = shaped && i === blocks.length - 1 && /[?؟]$/.test(block);
      let list = null;
      block.split(shaped ? "\n" : /$^/).forEach((line) => {
        const node = make(line.indexOf(BULLET) === 0 && shaped ? "li" : "p", asks ? "asks" : "");
        node.dir = "auto";
        linked(node, node.tagName === "LI" ? line.slice(BULLET.length) : line);
        if (node.tagName === "LI") list = list || into.appendChild(make("ul"));
        else list = null;
        (list || into).appendChild(node);
      });
    });
  }

  function download(file) {
    const link = make("a", "file", file.name);
    link.href = file.href;
    link.download = file.name;
    return link.origin === location.origin ? link : make("span", "file", file.name);
  }

  // The choices as buttons; `choose(label, value)` is called with the one that was tapped.
  function choices(message, about, choose) {
    const group = make("div", "choices");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", words.choose);
    message.buttons.forEach((row) => {
      const line = make("div", "choice-row");
      row.forEach((button) => {
        const node = make("button", "", button.label);
        node.type = "button";
        node.dir = "auto";
        // The second half of a double tap must not answer the question that has just come in its place.
        node.onclick = (event) => event.detail > 1 || choose(button.label, button.value);
        line.appendChild(node);
      });
      group.appendChild(line);
    });
    const again = make("button", "quiet again", words.again);
    again.type = "button";
    again.setAttribute("aria-describedby", about);
    again.onclick = (event) => {
      if (event.detail > 1) return;
      again.hidden = true;
      group.hidden = false;
      group.querySelector("button").focus();
    };
    return [group, again];
  }

  /* A message of the API, or an own one that is on its way (without seq): a list item.
     `show.choices(li, open)` and `show.day(li, before)` arrange it once its neighbours are known. */
  const show = (hw.show = function (message, choose) {
    const kind = message.from === "me" || message.from === "chat" ? message.from : "human";
    const item = make("li", kind);
    item.message = message;
    item.tabIndex = -1;
    const who = kind === "human" && message.from !== "werkmatcher" ? message.from : words[message.from];
    item.appendChild(make("p", "who", who));
    const bubble = item.appendChild(make("div", "bubble"));
    if (message.lang && message.lang !== lang) bubble.lang = message.lang;
    const text = bubble.appendChild(make("div", "text"));
    text.id = "text-" + (message.seq || message.id);
    write(text, message.text, kind === "chat");
    if (message.file) bubble.appendChild(make("p")).appendChild(download(message.file));
    if (kind === "me" && !message.seq) item.appendChild(make("p", "state", words.sending));
    if (message.buttons && message.buttons.length) {
      choices(message, text.id, choose).forEach((node) => item.appendChild(node));
    }
    return item;
  });

  // What was on its way has come back from the server: the same item stays, so that the focus stays where it is.
  show.arrived = function (item, message) {
    item.message = message;
    write(item.querySelector(".text"), message.text, false);
    show.sent(item);
  };

  show.sent = function (item) {
    const state = item.querySelector(".state");
    if (state) item.removeChild(state);
  };

  // Older choices fold into one small button. All of them left open would make a wall of buttons in which the open
  // question is hard to find; gone altogether, a wrong tap could only be mended in writing, which is hard for many.
  show.choices = function (item, open) {
    const group = item.querySelector(".choices");
    if (!group || group.open === open) return;
    group.open = open;
    group.hidden = !open;
    item.querySelector(".again").hidden = open;
  };

  // The date stands above the first message of a day, today's only when there was an earlier one.
  show.day = function (item, before) {
    const date = new Date(item.message.at);
    const since = before ? new Date(before.message.at) : new Date();
    const changed = date.toDateString() !== since.toDateString();
    const heading = item.querySelector(".day");
    if (heading && !changed) item.removeChild(heading);
    if (!heading && changed && !isNaN(date)) {
      const format = { weekday: "long", day: "numeric", month: "long" };
      if (date.getFullYear() !== new Date().getFullYear()) format.year = "numeric";
      item.insertBefore(make("h2", "day", new Intl.DateTimeFormat(lang, format).format(date)), item.firstChild);
    }
    const same = before && !changed && before.querySelector(".who").textContent === item.querySelector(".who").textContent;
    item.classList.toggle("same", Boolean(same));
  };
})(window.hallowerk);
