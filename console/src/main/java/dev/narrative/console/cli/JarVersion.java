package dev.narrative.console.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar was built as. */
final class JarVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = JarVersion.class.getPackage().getImplementationVersion();
        return new String[] {"narrative " + (version == null ? "(not from its jar)" : version)};
    }
}
