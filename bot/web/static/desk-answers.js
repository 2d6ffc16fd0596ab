/* Standard answers, and the quiet hints below what is being typed. */
"use strict";
(function (hw) {
  const { arrange, make } = hw.queue;
  const words = hw.words;
  const $ = (id) => document.getElementById(id);
  const input = $("said");
  const CALM = 600; // ms without a key before the words are measured
  let told = () => {};

  function take(text) {
    if ($("say").hidden) {
      told(words.pick);
      return;
    }
    const before = input.value.trim();
    input.value = before ? before + " " + text : text;
    input.dispatchEvent(new Event("input"));
    input.focus();
  }

  async function change(what) {
    const answer = await hw.ask("POST", "api/answers", Object.assign({ id: hw.uuid() }, what));
    if (answer.status !== 202) told(answer.body.error || (answer.status ? words.trouble : words.unreachable));
    return answer.status === 202;
  }

  function build(answer) {
    const item = make("li");
    item.button = item.appendChild(make("button", "quiet wide"));
    item.button.type = "button";
    item.button.onclick = () => take(answer.text);
    if (answer.number) {
      const drop = item.appendChild(make("button", "quiet again", words.drop));
      drop.type = "button";
      item.button.id = "answer-" + answer.number;
      drop.setAttribute("aria-describedby", item.button.id);
      drop.onclick = () => change({ drop: answer.number });
    }
    return item;
  }

  function show(answers) {
    const all = answers.own.concat(answers.ours.map((text) => ({ text })));
    arrange($("answers"), all, (answer) => (answer.number || "") + answer.text, build, (item, answer) => {
      if (item.button.textContent !== answer.text) item.button.textContent = answer.text;
    });
  }

  // ---- hints: the newest words count, whatever comes back first

  let timer = 0;
  let asked = 0;

  async function measure() {
    const number = ++asked;
    const text = input.value;
    const answer = text.trim() ? await hw.ask("POST", "api/hints", { text }) : { body: {} };
    if (number !== asked) return;
    const found = answer.body.hints || [];
    arrange($("hints"), found, (hint) => hint.words + hint.advice, () => make("li"), (item, hint) => {
      const said = hint.words.length > 60 ? hint.words.slice(0, 57) + "…" : hint.words;
      item.textContent = (said ? "“" + said + "” " : "") + hint.advice;
    });
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(measure, CALM);
  });

  $("keep").addEventListener("click", async () => {
    const text = input.value.trim();
    if (text && (await change({ text }))) told(words.kept);
    input.focus();
  });

  hw.answers = { show, measure, tell: (how) => (told = how) };
})(window.hallowerk);
