/** pdf.js in the form that runs in the older of the two web views. */
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
    export * from "pdfjs-dist";
}
declare module "pdfjs-dist/legacy/build/pdf.worker.min.mjs" {
    export const WorkerMessageHandler: unknown;
}
