package dev.narrative.core.config;

/**
 * Where a collector listens.
 *
 * @param url {@code http://…} or {@code https://…}, without a slash at the end when it is a base
 * @param exact whether it is the full address of the traces, rather than the base of all signals
 */
public record OtlpEndpoint(String url, boolean exact) {
    private static final String TRACES = "/v1/traces";

    /** The address to which batches go over HTTP. */
    public String httpUrl() {
        return exact ? url : url + TRACES;
    }

    static OtlpEndpoint exactly(String text) {
        return new OtlpEndpoint(checked(text), true);
    }

    static OtlpEndpoint base(String text) {
        String url = checked(text);
        if (url.endsWith("/")) {
            url = url.substring(0, url.length() - 1);
        }
        return new OtlpEndpoint(url, url.endsWith(TRACES));
    }

    private static String checked(String text) {
        boolean http = text.startsWith("http://") && text.length() > "http://".length();
        boolean https = text.startsWith("https://") && text.length() > "https://".length();
        if (!http && !https) {
            throw new IllegalArgumentException("must begin with http:// or https:// and name a host");
        }
        return text;
    }
}
