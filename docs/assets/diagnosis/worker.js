// Runs the engine beside the page, so that a long log never blocks it.

import { diagnose } from "./engine.js";

addEventListener("message", ({ data: { turn, text } }) => postMessage({ turn, verdicts: diagnose(text) }));
