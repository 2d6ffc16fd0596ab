/* Tells that somebody waits: in the title of the page and, for who turned it on, with a sound. Nothing blinks. */
"use strict";
(function (hw) {
  const title = document.title;
  const button = document.getElementById("sound");
  let on = hw.kept("sound")[0] === true;
  let audio = null;

  // A browser makes no sound before somebody touched the page: after a reload the first touch or key opens it again.
  function open() {
    if (!on || !window.AudioContext) return;
    audio = audio || new AudioContext();
    if (audio.state === "suspended") audio.resume().catch(() => {});
  }

  function note(pitch, from) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, audio.currentTime + from);
    volume.gain.exponentialRampToValueAtTime(0.12, audio.currentTime + from + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + from + 0.35);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + from);
    tone.stop(audio.currentTime + from + 0.4);
  }

  function ring() {
    if (!on || !audio || audio.state !== "running") return;
    note(660, 0);
    note(880, 0.18);
  }

  function look() {
    button.setAttribute("aria-pressed", String(on));
  }

  button.addEventListener("click", () => {
    on = !on;
    hw.keep("sound", on);
    look();
    open();
    ring(); // so that it is known what to listen for
  });
  ["pointerdown", "keydown"].forEach((touch) => document.addEventListener(touch, open, { passive: true }));
  look();

  hw.bell = {
    ring,
    count: (waiting) => {
      document.title = (waiting ? "(" + waiting + ") " : "") + title;
    },
  };
})(window.hallowerk);
