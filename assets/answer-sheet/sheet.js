"use strict";
(() => {
  const sheet = JSON.parse(document.getElementById("sheet").textContent);
  const words = sheet.words;
  const place = "qpido-answers-" + sheet.code;
  const at = (id) => document.getElementById(id);
  let kept = { group: sheet.groups.length ? null : 0, answers: {} };
  let sure = false;

  const read = () => {
    try {
      const found = JSON.parse(localStorage.getItem(place));
      if (found && typeof found.answers === "object") kept = found;
    } catch { /* nothing was kept, or not by us */ }
  };
  const tell = (text, warn) => {
    at("state").textContent = text;
    at("state").classList.toggle("warn", Boolean(warn));
  };
  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify(kept));
      const now = new Date();
      const time = String(now.getHours()).padStart(2, "0") + ":" + String(now.getMinutes()).padStart(2, "0");
      tell(words.kept.replace("{time}", time));
    } catch {
      tell(words.notKept, true);
    }
  };
  const key = (group, question) => group + "|" + question;
  const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

  const asked = (group) => sheet.questions.filter((one) => !one.groups.length || one.groups.includes(group));
  const written = (group) => asked(group).some((one) => lines(kept.answers[key(group, one.number)] || "").length);

  const everything = () => {
    const told = [sheet.title, sheet.line];
    const groups = sheet.groups.length ? sheet.groups : [{ number: 0, name: "" }];
    for (const group of groups.filter((one) => written(one.number))) {
      told.push("");
      if (group.name) told.push(group.name);
      for (const one of asked(group.number)) {
        const found = lines(kept.answers[key(group.number, one.number)] || "");
        if (found.length) told.push(one.number + ". " + one.text, ...found.map((line) => "- " + line));
      }
    }
    return told.join("\n") + "\n";
  };

  const draw = () => {
    const list = at("questions");
    list.textContent = "";
    at("first").hidden = kept.group !== null;
    if (kept.group === null) return;
    for (const one of asked(kept.group)) {
      const box = document.createElement("section");
      const label = document.createElement("label");
      const entry = document.createElement("textarea");
      entry.id = "q" + one.number;
      label.htmlFor = entry.id;
      label.textContent = one.number + ". " + one.text;
      entry.value = kept.answers[key(kept.group, one.number)] || "";
      entry.autocomplete = "off";
      entry.addEventListener("input", () => {
        kept.answers[key(kept.group, one.number)] = entry.value;
        keep();
      });
      box.append(label, entry);
      list.append(box);
    }
  };

  const choose = () => {
    const list = at("groups");
    for (const group of sheet.groups) {
      const label = document.createElement("label");
      const choice = document.createElement("input");
      choice.type = "radio";
      choice.name = "group";
      choice.value = group.number;
      choice.checked = kept.group === group.number;
      choice.addEventListener("change", () => {
        kept.group = group.number;
        keep();
        draw();
      });
      label.append(choice, group.name);
      list.append(label);
    }
    at("choice").hidden = !sheet.groups.length;
  };

  const copy = async () => {
    const out = at("out");
    out.value = everything();
    at("result").hidden = false;
    try {
      await navigator.clipboard.writeText(out.value);
      tell(words.copied);
    } catch {
      out.focus();
      out.select();
      const done = document.execCommand("copy");
      tell(done ? words.copied : words.copyYourself, !done);
    }
  };

  const wipe = () => {
    if (!sure) {
      sure = true;
      at("wipe").textContent = words.sure;
      return;
    }
    sure = false;
    at("wipe").textContent = words.wipe;
    kept.answers = {};
    localStorage.removeItem(place);
    at("result").hidden = true;
    at("out").value = "";
    draw();
    tell(words.wiped);
  };

  read();
  choose();
  draw();
  at("copy").addEventListener("click", copy);
  at("wipe").addEventListener("click", wipe);
  // the same sheet in a second tab: the newest words count in both
  window.addEventListener("storage", (event) => {
    if (event.key === place && !(document.activeElement instanceof HTMLTextAreaElement)) {
      read();
      draw();
    }
  });
})();
