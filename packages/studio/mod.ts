/**
 * The studio: a page to plan schedules by hand. Here is what works without a document: the state and
 * its link, the answer to a state, the pictures as plain data, and the page as text. `main.ts` is the
 * entry point that is bundled for the browser.
 *
 * @module
 */
export {
  answerOf,
  type Price,
  type PricedFamily,
  type Saving,
  type ShownBound,
  type StudioAnswer,
} from "./answer.ts";
export { type CutRange, cutRange, moveCut } from "./cut_schedule.ts";
export { Desk, type DeskReply, isQuick, QUICK_LENGTH } from "./desk.ts";
export { linkOf, PASTED_LIMIT, stateOfLink } from "./link_text.ts";
export { openChoice, type OpenedChoice } from "./open_choice.ts";
export { type Play, PLAY_LENGTH_LIMIT, playOf } from "./play.ts";
export { studioDocument } from "./studio_document.ts";
export {
  type BudgetChoice,
  defaultState,
  type ScheduleChoice,
  type SourceChoice,
  type StudioState,
} from "./studio_state.ts";
