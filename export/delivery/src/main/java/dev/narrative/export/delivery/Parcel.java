package dev.narrative.export.delivery;

/**
 * A request and its place in the order of age.
 *
 * @param name under which it lies in the spool, if it has to
 */
record Parcel(SpoolName name, Request request) {
    int bytes() {
        return request.body().length;
    }

    int spans() {
        return request.spans();
    }
}
