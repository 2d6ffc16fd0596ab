/* The line to the server. What goes out is kept on the device until the server has it; what comes in may come twice
   (the page shows it once). Knows nothing of the page. ES2017 at most: old phones. */
"use strict";
window.hallowerk = {};
(function (hw) {
  const PATIENCE = 25000; // ms for one request on a slow line
  const QUIET = 60000; // ms without a message or a ping: the stream is dead, even when nobody told us
  const ECHO = 4000; // ms in which the stream shows us what the server has accepted
  const WORTH_IT = 10000; // ms that a stream must hold to count as one that works
  const POLL = 3000; // ms between questions where there is no stream
  const POLL_HIDDEN = 30000;
  const STREAM_TRIES = 3; // failures in a row before asking replaces listening
  const GONE = [401, 403, 410];
  const REFUSED = [400, 405, 409, 411, 413, 415, 422]; // sending the same again will not help

  // At the desk each werkmatcher has a place of their own: others use the same machine.
  const me = document.body.dataset.me;
  const prefix = "hallowerk:" + location.pathname + ":" + (me ? me + ":" : "");

  // Storage can be full or forbidden: then the page works on, it only forgets at a reload.
  hw.keep = function (name, value) {
    try {
      if (value === null) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, JSON.stringify(value));
    } catch (error) {}
  };

  hw.kept = function (start) {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.indexOf(prefix + start) === 0)
        .sort()
        .map((key) => JSON.parse(localStorage.getItem(key)));
    } catch (error) {
      return [];
    }
  };

  // Leaves nothing of this conversation on the device.
  hw.forget = function () {
    try {
      Object.keys(localStorage)
        .filter((key) => key.indexOf(prefix) === 0)
        .forEach((key) => localStorage.removeItem(key));
    } catch (error) {}
    if (window.caches) {
      caches.keys().then((names) => names.forEach((name) => caches.open(name).then((kept) => kept.delete(location.pathname))));
    }
  };

  // Not crypto.randomUUID: that is missing on old phones and on plain http.
  hw.uuid = function () {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  // Never fails: without an answer the status is 0. XMLHttpRequest, because it has a timeout on every phone.
  const ask = (hw.ask = function (method, url, body) {
    return new Promise((answer) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      request.timeout = PATIENCE;
      request.onloadend = () => {
        let said = {};
        try {
          said = JSON.parse(request.responseText) || {};
        } catch (error) {}
        answer({ status: request.status, body: said, after: Number(request.getResponseHeader("Retry-After")) || 0 });
      };
      const isFile = body instanceof Blob;
      if (isFile) request.timeout = PATIENCE * 8;
      if (body) request.setRequestHeader("Content-Type", isFile ? "application/octet-stream" : "application/json");
      request.send(body ? (isFile ? body : JSON.stringify(body)) : null);
    });
  });

  // Exponential, with chance in it: when the server comes back, not everybody asks in the same second.
  function backoff(failures, after) {
    return Math.max(after * 1000, Math.min(30000, 1000 * Math.pow(2, failures)) * (0.5 + Math.random() / 2));
  }

  function pause() {
    let wake = () => {};
    return {
      rest: (ms) =>
        new Promise((done) => {
          const timer = setTimeout(done, ms);
          wake = () => {
            clearTimeout(timer);
            done();
          };
        }),
      wake: () => wake(),
    };
  }

  /* What goes out, one at a time and in order, the same id until the server says 202.
     on: accepted(item, body), refused(item, answer), waiting(answer), gone(answer); to and body(item), where and what is
     sent, if not an event of the chat. */
  hw.outbox = function (on) {
    const waiting = hw.kept("out:");
    const body = on.body || ((item) => ({ id: item.id, text: item.text, tap: item.tap }));
    const between = pause();
    let busy = false;
    let open = true;

    // An item is a key of its own, so that two tabs of one conversation do not overwrite each other.
    const key = (item) => "out:" + item.at + ":" + item.id;
    function drop(id) {
      waiting.filter((item) => item.id === id).forEach((item) => hw.keep(key(item), null));
      for (let i = waiting.length - 1; i >= 0; i--) if (waiting[i].id === id) waiting.splice(i, 1);
    }

    async function work() {
      if (busy) return;
      busy = true;
      let failures = 0;
      while (open && waiting.length) {
        const item = waiting[0];
        const answer = await ask("POST", on.to || "api/events", body(item));
        if (answer.status === 202) {
          failures = 0;
          drop(item.id);
          on.accepted(item, answer.body);
        } else if (!waiting.includes(item)) {
          failures = 0; // the stream has shown it meanwhile: the server has it
        } else if (GONE.includes(answer.status)) {
          on.gone(answer);
        } else if (REFUSED.includes(answer.status)) {
          drop(item.id);
          on.refused(item, answer);
        } else {
          on.waiting(answer);
          await between.rest(backoff(failures++, answer.after));
        }
      }
      busy = false;
    }

    return {
      waiting,
      drop,
      work,
      wake: () => between.wake(),
      stop: () => {
        open = false;
        between.wake();
      },
      add: (item) => {
        waiting.push(item);
        hw.keep(key(item), item);
        between.wake();
        work();
      },
    };
  };

  /* What comes in: ask for what was missed, then listen; where listening keeps failing, keep asking.
     on: came(messages, first), waiting(answer), gone(answer), last() (the highest seq that the page shows); from, where
     to ask, if not for messages of the chat: its answer is then what comes. */
  hw.inbox = function (on) {
    const between = pause();
    let open = true;
    let tries = 0;
    let hangUp = () => {};

    function listen() {
      return new Promise((ended) => {
        const stream = new EventSource(on.from ? "api/stream" : "api/stream?after=" + on.last());
        const began = Date.now();
        let lived = false;
        let opened = false;
        let watch = 0;
        function end(worked) {
          clearTimeout(watch);
          stream.close();
          hangUp = () => {};
          ended(worked);
        }
        function alive() {
          clearTimeout(watch);
          watch = setTimeout(() => end(opened), QUIET);
        }
        hangUp = end;
        stream.onopen = () => {
          opened = true;
          alive();
        };
        stream.onmessage = (event) => {
          lived = true;
          alive();
          on.came([JSON.parse(event.data)], false);
        };
        stream.addEventListener("ping", () => {
          lived = true;
          alive();
        });
        // Erased, perhaps on another device: nothing may stay here.
        stream.addEventListener("gone", () => on.gone({ status: 410 }));
        stream.onerror = () => end(lived || Date.now() - began > WORTH_IT);
        alive();
      });
    }

    async function work() {
      let first = true;
      let failures = 0;
      while (open) {
        const answer = await ask("GET", on.from || "api/messages?after=" + on.last());
        if (!open) return;
        if (answer.status === 200) {
          failures = 0;
          on.came(on.from ? [answer.body] : answer.body.messages || [], first);
          first = false;
          if (window.EventSource && tries < STREAM_TRIES) {
            const worked = await listen();
            tries = worked ? 0 : tries + 1;
            await between.rest(worked ? Math.random() * 1000 : backoff(tries - 1, 0) / 2);
          } else {
            await between.rest(document.hidden ? POLL_HIDDEN : POLL);
          }
        } else if (GONE.includes(answer.status)) {
          on.gone(answer);
        } else {
          // Once is nothing: a phone changes from wifi to mobile many times a day.
          if (failures) on.waiting(answer);
          await between.rest(backoff(failures++, answer.after));
        }
      }
    }

    // The line may have changed: ask at once, and trust the stream again.
    function check() {
      hangUp(true);
      between.wake();
      tries = 0;
    }

    return {
      work,
      check,
      // The server has accepted something and must show it: otherwise somebody in between holds the stream up.
      expect: (shown) => {
        between.wake();
        setTimeout(() => {
          if (open && !shown()) hangUp(false);
          between.wake();
        }, ECHO);
      },
      stop: () => {
        open = false;
        hangUp(true);
        between.wake();
      },
    };
  };
})(window.hallowerk);
