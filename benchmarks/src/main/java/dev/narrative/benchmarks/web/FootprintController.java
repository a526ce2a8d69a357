package dev.narrative.benchmarks.web;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how many classes are loaded and how much metaspace they take. */
@RestController
final class FootprintController {
    @GetMapping(path = "/footprint", produces = "text/plain")
    String footprint() {
        long metaspace = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            // "Compressed Class Space" is a part of the pool named "Metaspace".
            if (pool.getName().equals("Metaspace")) {
                metaspace += pool.getUsage().getUsed();
            }
        }
        return ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() + " " + metaspace;
    }
}
