/* One message as it stands on the page, and the box in which one is written. Everything is built from nodes: what somebody wrote is never read as HTML. */
"use strict";
(function (hw) {
  const words = (hw.words = JSON.parse(document.getElementById("words").textContent));
  const LINK = /()(https:\/\/[^\s<>"]+)/gi;
  const TAPPABLE = new RegExp(words.tappable, "gi"); // bot/handlers/tappable.py
  const BULLET = "• ";
  const lang = document.documentElement.lang;

  function make(tag, name, text) {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  }

  // In what the chat says, numbers to call and sites can be tapped too; in what people wrote a number can be anything.
  function linked(into, text, ours) {
    let done = 0;
    text.replace(ours ? TAPPABLE : LINK, (whole, before, found, at) => {
      const address = found.replace(/[.,;:!?)\]'’”]+$/, ""); // the end of the sentence is not part of the address
      const start = at + before.length;
      into.appendChild(document.createTextNode(text.slice(done, start)));
      into.appendChild(tappable(address));
      done = start + address.length;
    });
    into.appendChild(document.createTextNode(text.slice(done)));
  }

  function tappable(address) {
    const isPhone = /^(tel:|[^a-z]+$)/i.test(address);
    const link = make("a", isPhone ? "tel" : "", address.replace(/^tel:/, ""));
    if (isPhone) {
      link.href = "tel:" + address.replace(/[^+0-9]/g, "");
    } else {
      link.href = (/^https:/i.test(address) ? "" : "https://") + address;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    return link;
  }

  // Paragraphs, lists and, when `asks`, the question at the end: what the bot says has a shape. A person's own words
  // stay as they were written.
  function write(into, text, shaped) {
    into.textContent = "";
    const blocks = shaped ? text.split("\n\n") : [text];
    blocks.forEach((block, i) => {
      const asks = shaped && i === blocks.length - 1 && /[?؟]$/.test(block);
      let list = null;
      block.split(shaped ? "\n" : /$^/).forEach((line, place) => {
        const node = make(line.indexOf(BULLET) === 0 && shaped ? "li" : "p", asks ? "asks" : place ? "line" : "");
        node.dir = "auto";
        linked(node, node.tagName === "LI" ? line.slice(BULLET.length) : line, shaped);
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

  // The phone's own chooser; `choose.file(file)` is called with what was chosen.
  function chooser(choose) {
    const line = make("div", "choice-row");
    const input = line.appendChild(make("input"));
    input.type = "file";
    input.accept = "application/pdf,image/jpeg,image/png";
    input.hidden = true;
    input.onchange = () => {
      if (input.files.length) choose.file(input.files[0]);
      input.value = ""; // the same file can be chosen once more
    };
    const node = line.appendChild(make("button", "", words.choose_file));
    node.type = "button";
    node.onclick = () => input.click();
    return line;
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
    if (message.asks_file) group.appendChild(chooser(choose));
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
    if ((message.buttons && message.buttons.length) || message.asks_file) {
      choices(message, text.id, choose).forEach((node) => item.appendChild(node));
    }
    return item;
  });

  // Enter sends, but not the one that chooses a word of an input method (229: what old phones say instead).
  hw.written = function (form, input, send) {
    const sent = (event) => {
      event.preventDefault();
      send();
    };
    form.addEventListener("submit", sent);
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      sent(event);
    });
  };

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
