/** The types of in-page.js: it runs in a browser, whose types the rest of the project must not see. */
export declare const focusedName: () => string;
export declare const highlighted: () => string;
export declare const meterValue: (element: object) => number;
export declare const pictureWidth: (element: object) => number;
export declare const topOf: (element: object) => number;
export declare const lower: (element: object) => void;
export declare const chosenFile: (element: object) => string;
export declare const tall: (element: object) => { height: number; inside: number; room: number };
export declare const motion: (element: object) => string;
export declare const lastDescription: (element: object) => string;
export declare const ground: () => string;
export declare const poorContrast: () => string[];
export declare const unnamed: () => string[];
export declare const sideways: () => string[];
