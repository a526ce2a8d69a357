package dev.narrative.core.config;

/**
 * Where a collector listens.
 *
 * @param url {@code http://…} or {@code https://…}, without a slash at the end when it is a base
 * @param exact whether it is the full address of one signal, rather than the base of all
 */
public record OtlpEndpoint(String url, boolean exact) {
    private static final String TRACES = "/v1/traces";
    private static final String METRICS = "/v1/metrics";

    /** The address over HTTP of a signal, such as {@code /v1/metrics}. */
    public String httpUrl(String signalPath) {
        return exact ? url : url + signalPath;
    }

    static OtlpEndpoint exactly(String text) {
        return new OtlpEndpoint(checked(text), true);
    }

    /** A base; the path of a signal at its end is taken off, since each signal adds its own. */
    static OtlpEndpoint base(String text) {
        String url = without("/", checked(text));
        return new OtlpEndpoint(without(METRICS, without(TRACES, url)), false);
    }

    private static String without(String end, String url) {
        return url.endsWith(end) ? url.substring(0, url.length() - end.length()) : url;
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
