package dev.narrative.instrumentation.llm;

/**
 * Who was asked.
 *
 * @param host as the URL says it
 * @param port the URL's, or the scheme's when it says none
 */
record ModelServer(String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    static ModelServer of(String url, String host, int port) {
        return new ModelServer(host, port > 0 ? port : url.startsWith("http://") ? HTTP : HTTPS);
    }
}
