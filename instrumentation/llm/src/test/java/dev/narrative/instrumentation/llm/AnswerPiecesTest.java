package dev.narrative.instrumentation.llm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.instrumentation.llm.stream.AnswerBody;
import dev.narrative.instrumentation.llm.stream.PieceListener;
import dev.narrative.model.json.JsonValue;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Texts that are added without reading the rest of their pieces make the same answer. */
final class AnswerPiecesTest {
    private static final String[] TEXTS = {"", " word", "a", "\\n", "é", "\\ud83d\\ude00", " the"};
    private static final String[] OPENAI = {
        "{'id':'1','model':'m','choices':[{'index':0,'delta':{'content':'#'},'finish_reason':null}],'usage':null}",
        "{'id':'1','model':'m','choices':[{'index':1,'delta':{'content':'#'},'finish_reason':null}],'usage':null}",
        "{'id':'1','model':'m','choices':[{'index':0,'delta':{'content':'#'},'finish_reason':'stop'}]}",
        "{'id':'1','model':'m','choices':[{'index':0,'delta':{'content':'#','refusal':'no'}}]}",
        "{'id':'1','model':'m','choices':[{'index':0,'delta':{'role':'assistant','content':'#'}}]}",
        "{'id':'1','model':'m','choices':[{'index':0,'delta':{'content':'a','reasoning':'#'}}]}",
        "{'id':'1','model':'m','choices':[{'index':0,'delta':{'content':'#','content':'b'}}]}",
        "{'id':'1','model':'#','choices':[{'index':0,'delta':{'content':'c'}}]}",
        "{'id':'1','choices':[{'index':0,'delta':{'content':'#'}},{'index':1,'delta':{'content':'x'}}]}",
        "{'choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'id':'t','function':{'name':'f','arguments':'#'}}]}}]}",
        "{'choices':[{'index':0,'delta':{'content':'#'}}],'usage':{'prompt_tokens':3,'completion_tokens':4}}",
        "{'choices':[],'usage':{'prompt_tokens':5,'completion_tokens':6}}",
        "{'id':'2','model':'n','choices':[],'usage':{'prompt_tokens':7,'completion_tokens':8}}",
        "{'choices':[{'index':0,'delta':{'content':'#'}}],'error':{'message':'no'}}",
        "{'error':{'message':'#'}}",
    };
    private static final String[] ANTHROPIC = {
        "{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'#'}}",
        "{'type':'content_block_delta','index':1,'delta':{'type':'text_delta','text':'#'}}",
        "{'type':'content_block_delta','index':0,'delta':{'type':'thinking_delta','thinking':'#'}}",
        "{'type':'content_block_delta','index':2,'delta':{'type':'input_json_delta','partial_json':'#'}}",
        "{'type':'content_block_start','index':2,'content_block':{'type':'tool_use','id':'#','name':'f','input':{}}}",
        "{'type':'content_block_start','index':0,'content_block':{'type':'text','text':'#'}}",
        "{'type':'message_delta','delta':{'stop_reason':'#'},'usage':{'output_tokens':4}}",
        "{'type':'#','index':0,'delta':{'type':'text_delta','text':'a'}}",
        "{'type':'ping'}",
    };

    private int repeatedTexts;

    @Test
    void makeTheSameAnswer_ofOpenAi() {
        assertSame(Samples.OPENAI_CHAT_STREAM, OPENAI);
    }

    @Test
    void makeTheSameAnswer_ofAnthropic() {
        assertSame(Samples.ANTHROPIC_STREAM, ANTHROPIC);
    }

    private void assertSame(Sample sample, String[] patterns) {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        System.out.println("fuzz.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] stream = stream(patterns, random).getBytes(UTF_8);
            Played quick = Played.asked(sample);
            Played full = Played.asked(sample);
            PieceListener whole = full.pieces();

            Map<String, Object> told = play(quick, counting(quick.pieces()), stream);

            assertThat(told)
                    .as("round %s with seed %s of%n%s", round, seed, new String(stream, UTF_8))
                    .isEqualTo(play(full, readingAll(whole), stream));
        }
        assertThat(repeatedTexts).isPositive();
    }

    /** Runs of a few events of one pattern each. */
    private static String stream(String[] patterns, Random random) {
        StringBuilder stream = new StringBuilder();
        for (int runs = 1 + random.nextInt(8); runs > 0; runs--) {
            String pattern = patterns[random.nextInt(random.nextBoolean() ? 2 : patterns.length)];
            boolean inTwoLines = random.nextInt(4) == 0;
            for (int events = 1 + random.nextInt(inTwoLines ? 2 : 12); events > 0; events--) {
                String text = TEXTS[random.nextInt(TEXTS.length)];
                String data = pattern.replace('\'', '"').replace("#", text);
                // What comes in two lines is never what the next one is held against.
                stream.append("data: ")
                        .append(inTwoLines ? data.replaceFirst(",", ",\ndata: ") : data)
                        .append("\n\n");
            }
        }
        return stream.toString();
    }

    private static Map<String, Object> play(Played played, PieceListener listener, byte[] stream) {
        played.call().streaming(true);
        AnswerBody body = new AnswerBody(listener, AnswerBody.Form.WHOLE, "text/event-stream");
        body.bytes(stream, 0, stream.length);
        body.end();
        return played.attributes();
    }

    private PieceListener counting(PieceListener pieces) {
        return new PieceListener() {
            @Override
            public void document(JsonValue document) {
                pieces.document(document);
            }

            @Override
            public void event(@Nullable String event, JsonValue data) {
                pieces.event(event, data);
            }

            @Override
            public void repeatedEvent(@Nullable String event, JsonValue data, JsonValue text) {
                repeatedTexts++;
                pieces.repeatedEvent(event, data, text);
            }
        };
    }

    private static PieceListener readingAll(PieceListener pieces) {
        return new PieceListener() {
            @Override
            public void document(JsonValue document) {
                pieces.document(document);
            }

            @Override
            public void event(@Nullable String event, JsonValue data) {
                pieces.event(event, data);
            }
        };
    }
}
