/** Identifier of the script element: the page makes its worker of the same text. */
export const SCRIPT_ID = "studio-script";
