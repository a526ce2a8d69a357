package dev.narrative.console.server;

import dev.narrative.console.hold.HeldTraces;
import dev.narrative.console.journal.ArtifactCopies;
import dev.narrative.console.journal.WaitingRequests;
import dev.narrative.model.prices.PriceTable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a console is run.
 *
 * @param host the address to listen on
 * @param port the port to listen on, 0 for any
 * @param searchPort whether one of the next ports will do where this one is taken
 * @param askTokens whether tokens are asked for on this machine, too; on any other address they always are
 * @param hostNames names under which the console is called, besides {@code localhost}
 * @param received the journal's directory that received spans are written to
 * @param artifacts the copies of artifacts that agents keep
 * @param unsent what agents could not hand over to their destinations
 * @param holds the traces of the journals that are held
 * @param data the directory of the console's own files
 * @param langfuseSecret of the webhook by which Langfuse tells what happens there; {@code null} where there is none
 * @param prices of model calls that are told without their cost
 */
public record ServerOptions(
        String host,
        int port,
        boolean searchPort,
        boolean askTokens,
        List<String> hostNames,
        Path received,
        ArtifactCopies artifacts,
        WaitingRequests unsent,
        HeldTraces holds,
        Path data,
        @Nullable String langfuseSecret,
        PriceTable prices) {
    public ServerOptions {
        hostNames = List.copyOf(hostNames);
    }
}
