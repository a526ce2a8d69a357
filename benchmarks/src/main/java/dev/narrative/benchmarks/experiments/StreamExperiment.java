package dev.narrative.benchmarks.experiments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a streamed answer of a model costs the process that asks for it, and when it sees the first piece. All processes of a
 * round live at the same time and take turns of a few calls, since what is looked for is less than what a machine varies by
 * from one minute to the next.
 */
final class StreamExperiment implements Experiment {
    private static final int CALLS_OF_A_TURN = 10;

    /**
     * The code that begins and ends a call is run so often in an application, though not with 2,000 chunks between. HotSpot
     * compiles what runs once a call for the last time after 5,000 to 10,000 calls: with 12,000 that is over for everyone before
     * it counts, as in a server that has run for some minutes.
     */
    private static final int SHORT_CALLS_OF_A_CALL = 60;

    @Override
    public String name() {
        return "stream";
    }

    @Override
    public List<Contestant> contestants() {
        return List.of(Contestant.NONE, Contestant.OPENTELEMETRY, Contestant.NARRATIVE);
    }

    @Override
    public int rounds(Effort effort) {
        return effort.steadyRounds();
    }

    @Override
    public void round(List<Contestant> order, Stage stage, Outcomes outcomes) {
        List<StreamClient> clients = new ArrayList<>();
        try {
            for (Contestant contestant : order) {
                clients.add(StreamClient.start(contestant, stage));
            }
            int calls = stage.effort().streamCalls();
            clients.forEach(client -> client.warmUpShort(SHORT_CALLS_OF_A_CALL * calls));
            turns(clients, 2 * calls, StreamClient::warmUp);
            clients.forEach(StreamClient::begin);
            turns(clients, calls, StreamClient::measure);
            clients.forEach(client -> outcomes.figures(client.contestant(), client.end()));
        } catch (RuntimeException e) {
            order.forEach(contestant -> outcomes.failed(contestant, e));
        } finally {
            clients.forEach(StreamClient::close);
        }
    }

    private static void turns(List<StreamClient> clients, int calls, Turn turn) {
        List<StreamClient> order = new ArrayList<>(clients);
        for (int done = 0; done < calls; done += CALLS_OF_A_TURN) {
            for (StreamClient client : order) {
                turn.take(client, Math.min(CALLS_OF_A_TURN, calls - done));
            }
            Collections.rotate(order, 1);
        }
    }

    private interface Turn {
        void take(StreamClient client, int calls);
    }
}
