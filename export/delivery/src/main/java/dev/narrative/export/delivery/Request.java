package dev.narrative.export.delivery;

/**
 * A request as it will be sent, but for what only the sender knows: addresses and secrets are those of the moment of
 * sending, and never lie on a disk.
 */
public final class Request {
    private static final long[] NO_IDS = {};

    private final String target;
    private final String contentType;
    private final boolean gzip;
    private final byte[] body;
    private final int spans;
    private final long[] spanIds;

    /**
     * A request that nobody changes any more.
     *
     * @param target what it is meant for, such as {@code traces}; the sender knows the address
     * @param gzip whether the body is compressed
     * @param spans how many spans are lost with it, 0 when it holds none
     * @param spanIds their ids, by which they are known after a crash; empty when it holds none
     */
    public Request(String target, String contentType, boolean gzip, byte[] body, int spans, long[] spanIds) {
        this.target = target;
        this.contentType = contentType;
        this.gzip = gzip;
        this.body = body;
        this.spans = spans;
        this.spanIds = spanIds;
    }

    /** A request without spans. */
    public static Request withoutSpans(String target, String contentType, byte[] body) {
        return new Request(target, contentType, false, body, 0, NO_IDS);
    }

    public String target() {
        return target;
    }

    public String contentType() {
        return contentType;
    }

    public boolean gzip() {
        return gzip;
    }

    public byte[] body() {
        return body;
    }

    public int spans() {
        return spans;
    }

    public long[] spanIds() {
        return spanIds;
    }
}
