// The options of the Remix plugin. Remix v2 on Vite does not read this file by itself: vite.config.ts passes it on.

/** @type {import('@remix-run/dev').VitePluginConfig} */
export default {
  ssr: true,
  serverModuleFormat: 'esm',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
    // v3_lazyRouteDiscovery stays off: its manifest endpoint is an open door nobody here needs (SECURITY.md).
  },
}
