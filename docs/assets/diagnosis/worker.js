// Runs the engine beside the page, so that no text ever blocks it.

import { answer } from "./engine.js";

addEventListener("message", ({ data: { turn, text } }) => postMessage({ turn, ...answer(text) }));
