package dev.narrative.export.otlp;

import dev.narrative.model.Resource;

/** Encodes the resource once, since every request begins with the same one. */
final class ResourceEncoder {
    private static final int RESOURCE = 0x0a;
    private static final int ATTRIBUTES = 0x0a;
    private static final String SERVICE_NAME = "service.name";

    private final ProtobufBuffer out;

    ResourceEncoder(ProtobufBuffer out) {
        this.out = out;
    }

    /** The resource as a field of {@code ResourceSpans}. */
    byte[] encode(Resource resource) {
        out.reset();
        out.small(RESOURCE);
        int start = out.begin(2);
        KeyValueWriter attributes = new KeyValueWriter(out).as(ATTRIBUTES);
        if (resource.attributes().get(SERVICE_NAME) == null) {
            attributes.string(SERVICE_NAME, resource.serviceName());
        }
        resource.attributes().visit(attributes);
        out.end(start, 2);
        return out.copy();
    }
}
