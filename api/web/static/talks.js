// Conversations, kept and named in this browser: nobody else who uses the server sees them.

const KEY = "baocao.talks";
const MOST = 60;

function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}

function save(talks) {
  for (let kept = talks.slice(0, MOST); ; kept = kept.slice(0, -1)) {
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
      return;
    } catch (error) {
      if (error.name !== "QuotaExceededError" || kept.length < 2) throw error;
    }
  }
}

export function list() {
  return all().map(({ id, name }) => ({ id, name }));
}

export function load(id) {
  return all().find((t) => t.id === id) ?? null;
}

/** Keeps an answer at the end of a conversation; a new one is named by its first question. */
export function keep(id, answer, reports) {
  const talks = all();
  let talk = talks.find((t) => t.id === id);
  if (!talk) {
    talk = { id, name: answer.question.slice(0, 80), answers: [], reports };
    talks.unshift(talk);
  }
  talk.reports = reports;
  talk.answers.push(answer);
  save([talk, ...talks.filter((t) => t.id !== id)]);
}

export function rename(id, name) {
  const talks = all();
  const talk = talks.find((t) => t.id === id);
  if (talk && name.trim()) talk.name = name.trim().slice(0, 80);
  save(talks);
}

export function remove(id) {
  save(all().filter((t) => t.id !== id));
}
