package dev.narrative.testing.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model server is to answer, whatever the format.
 *
 * @param id null for one made from the prompt
 * @param model the model that says it answered; null for the one that was asked for
 * @param reasoning what it thought before; may be empty
 * @param text may be empty
 * @param chunks the number of parts in which a stream brings the text; 0 for one part a word
 * @param repetitions how often the text is said, one after the other
 */
public record Answer(
        @Nullable String id,
        @Nullable String model,
        String reasoning,
        String text,
        List<ToolCall> toolCalls,
        Finish finish,
        Usage usage,
        int chunks,
        long repetitions) {
    private static final int QUOTED_WORDS = 6;
    private static final List<String> TURNS = List.of(
            "What is wanted and what is there pull at each other, and something has to move.",
            "The bridge holds as long as someone remembers who built it.",
            "A small promise is kept here, and the larger one waits behind it.",
            "Nothing breaks yet; the weight only changes sides.");

    public Answer {
        toolCalls = List.copyOf(toolCalls);
    }

    public static Answer text(String text) {
        return new Answer(null, null, "", text, List.of(), Finish.STOP, Usage.COUNTED, 0, 1);
    }

    /** @param arguments a JSON object */
    public static Answer toolCall(String name, String arguments) {
        return toolCalls(new ToolCall("call_narrative_1", name, arguments));
    }

    public static Answer toolCalls(ToolCall... calls) {
        return new Answer(null, null, "", "", List.of(calls), Finish.TOOL_CALLS, Usage.COUNTED, 0, 1);
    }

    /** A text that streams in so many chunks of so many characters, whatever memory there is. */
    public static Answer huge(long chunks, int charactersPerChunk) {
        String chunk = "and on it goes ".repeat(charactersPerChunk / 15 + 1).substring(0, charactersPerChunk);
        return new Answer(null, null, "", chunk, List.of(), Finish.STOP, Usage.COUNTED, 1, chunks);
    }

    /** The same for the same prompt, on every machine. */
    static Answer to(Prompt prompt) {
        String turn = TURNS.get(Math.floorMod(prompt.text().hashCode(), TURNS.size()));
        return text("On \"" + beginning(prompt.question()) + "\": " + turn);
    }

    public Answer withId(String value) {
        return new Answer(value, model, reasoning, text, toolCalls, finish, usage, chunks, repetitions);
    }

    public Answer withModel(String value) {
        return new Answer(id, value, reasoning, text, toolCalls, finish, usage, chunks, repetitions);
    }

    public Answer withReasoning(String value) {
        return new Answer(id, model, value, text, toolCalls, finish, usage, chunks, repetitions);
    }

    public Answer withText(String value) {
        return new Answer(id, model, reasoning, value, toolCalls, finish, usage, chunks, repetitions);
    }

    public Answer withFinish(Finish value) {
        return new Answer(id, model, reasoning, text, toolCalls, value, usage, chunks, repetitions);
    }

    public Answer withUsage(Usage value) {
        return new Answer(id, model, reasoning, text, toolCalls, finish, value, chunks, repetitions);
    }

    /** The provider says nothing of the tokens. */
    public Answer withoutUsage() {
        return withUsage(Usage.MISSING);
    }

    public Answer withChunks(int value) {
        return new Answer(id, model, reasoning, text, toolCalls, finish, usage, value, repetitions);
    }

    /** This answer with its tokens counted, unless they are given. */
    Answer countedFor(Prompt prompt) {
        return usage.isCounted() ? withUsage(Usage.counted(prompt, this)) : this;
    }

    String idOr(String other) {
        return id == null ? other : id;
    }

    String modelOr(String other) {
        return model == null ? other : model;
    }

    /** All of the text, as answers that are not streamed hold it. */
    String wholeText() {
        return repetitions == 1 ? text : text.repeat(Math.toIntExact(repetitions));
    }

    /** This answer with its text said once. */
    Answer once() {
        return new Answer(id, model, reasoning, text, toolCalls, finish, usage, chunks, 1);
    }

    Pieces pieces() {
        Pieces once = chunks == 0 ? Pieces.words(text) : Pieces.of(text, chunks);
        return once.times(repetitions);
    }

    private static String beginning(String question) {
        List<String> words = List.of(question.strip().split("\\s+", -1));
        return String.join(" ", words.subList(0, Math.min(QUOTED_WORDS, words.size())));
    }
}
