declare module "*.vue" {
    import type { DefineComponent } from "vue";
    const component: DefineComponent;
    export default component;
}
declare module "pdfjs-dist/legacy/build/pdf.min.mjs" {
    export * from "pdfjs-dist";
}
