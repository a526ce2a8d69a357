package dev.narrative.export.otlp;

import dev.narrative.model.Attributes;
import dev.narrative.model.Resource;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Prints nanoseconds of CPU and bytes of garbage for a typical span of eight attributes; run by {@code make bench-export}. */
final class EncoderSpeed {
    private static final int BATCH = 512;

    private EncoderSpeed() {}

    public static void main(String[] args) {
        OtlpProtobufEncoder encoder = new OtlpProtobufEncoder(new Resource("shop", new Attributes()));
        List<TestSpan> batch = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            batch.add(TestSpan.typical());
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 15; round++) {
            long garbage = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            int size = 0;
            for (int i = 0; i < 400; i++) {
                size = encoder.encode(batch).remaining();
            }
            long nanos = threads.getCurrentThreadCpuTime() - start;
            long spans = 400L * BATCH;
            System.out.println(nanos / spans + " ns, " + (threads.getCurrentThreadAllocatedBytes() - garbage) / spans
                    + " B of garbage, " + size / BATCH + " B encoded per span");
        }
    }
}
