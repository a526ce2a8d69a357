package dev.narrative.instrumentation.spring.ai;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import java.util.List;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import reactor.core.publisher.Flux;

/** A chat client's answer in pieces. */
final class ChatClientStreamInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of("org.springframework.ai.chat.client.DefaultChatClient$DefaultStreamResponseSpec");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("doGetObservableFluxChatResponse")
                        .and(takesArgument(0, named("org.springframework.ai.chat.client.ChatClientRequest"))),
                StreamAdvice.class);
    }

    public static final class StreamAdvice {
        private StreamAdvice() {}

        @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
        @Advice.AssignReturned.ToReturned
        public static @Nullable Flux<ChatClientResponse> exit(
                @Advice.Argument(0) @Nullable ChatClientRequest request,
                @Advice.Return @Nullable Flux<ChatClientResponse> answer) {
            return answer == null || request == null
                    ? answer
                    : new TracedFlux(answer, around -> SpringAiSteps.chatClient(request, around));
        }
    }
}
