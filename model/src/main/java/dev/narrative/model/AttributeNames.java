package dev.narrative.model;

/** Every attribute name that Narrative writes or reads, and the names of its events. */
public final class AttributeNames {
    // Narrative's own names (DESIGN.md).

    /** The id under which both systems know the trace. */
    public static final String TRACE_ID = "narrative.trace.id";

    public static final String STORY_ID = "narrative.story.id";
    /** {@code engineer}, {@code ceremony} or {@code story}. */
    public static final String UNIVERSE = "narrative.universe";

    /** {@code api}, {@code core} or {@code persistence}. */
    public static final String LAYER = "narrative.layer";

    /** {@code span}, {@code generation}, {@code event}, {@code agent}, {@code tool}, {@code chain}, {@code retriever}, {@code embedding}, {@code evaluator} or {@code guardrail}. */
    public static final String TYPE = "narrative.type";

    /** JSON or text, bounded and masked. */
    public static final String INPUT = "narrative.input";

    /** JSON or text, bounded and masked. */
    public static final String OUTPUT = "narrative.output";

    /** US dollars, as are the other costs. */
    public static final String COST_INPUT = "narrative.cost.input";

    public static final String COST_OUTPUT = "narrative.cost.output";
    public static final String COST_TOTAL = "narrative.cost.total";

    /** SHA-256 in hex, so that equal prompts can be grouped where they are not kept. */
    public static final String PROMPT_HASH = "narrative.prompt.hash";

    /** Characters. */
    public static final String PROMPT_LENGTH = "narrative.prompt.length";

    public static final String COMPLETION_HASH = "narrative.completion.hash";
    public static final String COMPLETION_LENGTH = "narrative.completion.length";

    /** True where messages were longer than what is kept of them. */
    public static final String CONTENT_TRUNCATED = "narrative.content.truncated";

    /** How often a model call was tried, when it was more than once. */
    public static final String LLM_ATTEMPTS = "narrative.llm.attempts";

    /** Output tokens a second, from the first one on where the answer was streamed. */
    public static final String LLM_TOKENS_PER_SECOND = "narrative.llm.tokens_per_second";

    public static final String LLM_REASONING_EFFORT = "narrative.llm.reasoning_effort";
    public static final String LLM_SERVICE_TIER = "narrative.llm.service_tier";

    /** The name under which a prompt is managed; only with {@link #PROMPT_VERSION}. */
    public static final String PROMPT_NAME = "narrative.prompt.name";

    /** A whole number from 1. */
    public static final String PROMPT_VERSION = "narrative.prompt.version";

    /** A list of strings that tag the trace. */
    public static final String TAGS = "narrative.tags";

    /** The name of the event that carries an artifact; a span that made a single one may have the attributes itself. */
    public static final String ARTIFACT_EVENT = "narrative.artifact";

    public static final String ARTIFACT_NAME = "narrative.artifact.name";
    public static final String ARTIFACT_MEDIA_TYPE = "narrative.artifact.media-type";

    /** Bytes. */
    public static final String ARTIFACT_SIZE = "narrative.artifact.size";

    /** SHA-256 of the artifact as the application has it, in hex. */
    public static final String ARTIFACT_HASH = "narrative.artifact.hash";

    public static final String ARTIFACT_PATH = "narrative.artifact.path";
    public static final String ARTIFACT_URL = "narrative.artifact.url";

    /** The name of the copy in the journal's directory {@code artifacts}: SHA-256 of that copy, in hex. */
    public static final String ARTIFACT_STORED = "narrative.artifact.stored";

    /** {@code numeric}, {@code categorical}, {@code boolean} or {@code text}; on the event that carries a score. */
    public static final String SCORE_TYPE = "narrative.score.type";

    /** The key under which a repeat of the score overwrites, where the caller gave one; on its event. */
    public static final String SCORE_ID = "narrative.score.id";

    /**
     * {@code span}, {@code trace} or {@code session}; on a span that is nothing but a score given later. The span judged
     * is its parent, the trace judged its own, the session judged is named by {@link #SESSION_ID}.
     */
    public static final String SCORE_TARGET = "narrative.score.target";

    /** How many documents a retrieval found. */
    public static final String RETRIEVAL_RESULTS = "narrative.retrieval.results";

    /** The name of the rule that asked for the span. */
    public static final String RULE = "narrative.rule";

    /** True on a span in a snapshot, which had not ended when it was written. */
    public static final String OPEN = "narrative.open";

    /**
     * Nanoseconds since the epoch until which an open span counts as running, as text: of spans that no process holds,
     * such as those of a shell script.
     */
    public static final String OPEN_UNTIL = "narrative.open.until";

    /** True on a span whose result was no longer wanted before it was complete. */
    public static final String CANCELLED = "narrative.cancelled";

    public static final String SESSION_ID = "session.id";
    public static final String USER_ID = "user.id";

    // OpenTelemetry's stable names for HTTP, addresses and errors.

    public static final String HTTP_REQUEST_METHOD = "http.request.method";
    public static final String HTTP_REQUEST_METHOD_ORIGINAL = "http.request.method_original";
    public static final String HTTP_REQUEST_RESEND_COUNT = "http.request.resend_count";
    /** Bytes. */
    public static final String HTTP_REQUEST_BODY_SIZE = "http.request.body.size";

    /** Bytes. */
    public static final String HTTP_RESPONSE_BODY_SIZE = "http.response.body.size";

    public static final String HTTP_RESPONSE_STATUS_CODE = "http.response.status_code";
    public static final String HTTP_ROUTE = "http.route";
    public static final String URL_FULL = "url.full";
    public static final String URL_SCHEME = "url.scheme";
    public static final String URL_PATH = "url.path";
    public static final String URL_QUERY = "url.query";
    public static final String URL_TEMPLATE = "url.template";
    public static final String NETWORK_PROTOCOL_NAME = "network.protocol.name";
    public static final String NETWORK_PROTOCOL_VERSION = "network.protocol.version";
    public static final String NETWORK_PEER_ADDRESS = "network.peer.address";
    public static final String NETWORK_PEER_PORT = "network.peer.port";
    public static final String SERVER_ADDRESS = "server.address";
    public static final String SERVER_PORT = "server.port";
    public static final String CLIENT_ADDRESS = "client.address";
    public static final String CLIENT_PORT = "client.port";
    public static final String USER_AGENT_ORIGINAL = "user_agent.original";
    public static final String ERROR_TYPE = "error.type";
    /** The name of the event that carries an error. */
    public static final String EXCEPTION_EVENT = "exception";

    public static final String EXCEPTION_TYPE = "exception.type";
    public static final String EXCEPTION_MESSAGE = "exception.message";
    public static final String EXCEPTION_STACKTRACE = "exception.stacktrace";

    // OpenTelemetry's names for remote calls.

    public static final String RPC_SYSTEM = "rpc.system";
    public static final String RPC_SERVICE = "rpc.service";
    public static final String RPC_METHOD = "rpc.method";

    // Where in the program.

    /** Class and method, {@code com.shop.OrderService.place}. */
    public static final String CODE_FUNCTION_NAME = "code.function.name";

    public static final String CODE_FILE_PATH = "code.file.path";
    public static final String CODE_LINE_NUMBER = "code.line.number";
    public static final String THREAD_ID = "thread.id";
    public static final String THREAD_NAME = "thread.name";

    // Who produced the spans.

    public static final String SERVICE_NAME = "service.name";
    public static final String SERVICE_NAMESPACE = "service.namespace";
    public static final String SERVICE_VERSION = "service.version";
    public static final String SERVICE_INSTANCE_ID = "service.instance.id";
    public static final String DEPLOYMENT_ENVIRONMENT_NAME = "deployment.environment.name";
    public static final String HOST_NAME = "host.name";
    public static final String HOST_ARCH = "host.arch";
    public static final String OS_TYPE = "os.type";
    public static final String OS_DESCRIPTION = "os.description";
    public static final String PROCESS_PID = "process.pid";
    public static final String PROCESS_EXECUTABLE_PATH = "process.executable.path";
    public static final String PROCESS_COMMAND_LINE = "process.command_line";
    public static final String PROCESS_RUNTIME_NAME = "process.runtime.name";
    public static final String PROCESS_RUNTIME_VERSION = "process.runtime.version";
    public static final String PROCESS_RUNTIME_DESCRIPTION = "process.runtime.description";
    public static final String TELEMETRY_SDK_NAME = "telemetry.sdk.name";
    public static final String TELEMETRY_SDK_LANGUAGE = "telemetry.sdk.language";
    public static final String TELEMETRY_SDK_VERSION = "telemetry.sdk.version";
    public static final String TELEMETRY_DISTRO_NAME = "telemetry.distro.name";
    public static final String TELEMETRY_DISTRO_VERSION = "telemetry.distro.version";

    // OpenTelemetry's GenAI names, 1.41.1.

    /** {@code chat}, {@code embeddings}, {@code text_completion}, {@code generate_content}, {@code execute_tool} … */
    public static final String GEN_AI_OPERATION_NAME = "gen_ai.operation.name";

    public static final String GEN_AI_PROVIDER_NAME = "gen_ai.provider.name";
    public static final String GEN_AI_REQUEST_MODEL = "gen_ai.request.model";
    public static final String GEN_AI_REQUEST_TEMPERATURE = "gen_ai.request.temperature";
    public static final String GEN_AI_REQUEST_TOP_P = "gen_ai.request.top_p";
    public static final String GEN_AI_REQUEST_TOP_K = "gen_ai.request.top_k";
    public static final String GEN_AI_REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens";
    public static final String GEN_AI_REQUEST_STOP_SEQUENCES = "gen_ai.request.stop_sequences";
    public static final String GEN_AI_REQUEST_SEED = "gen_ai.request.seed";
    public static final String GEN_AI_REQUEST_FREQUENCY_PENALTY = "gen_ai.request.frequency_penalty";
    public static final String GEN_AI_REQUEST_PRESENCE_PENALTY = "gen_ai.request.presence_penalty";
    public static final String GEN_AI_REQUEST_CHOICE_COUNT = "gen_ai.request.choice.count";
    public static final String GEN_AI_REQUEST_STREAM = "gen_ai.request.stream";
    public static final String GEN_AI_RESPONSE_MODEL = "gen_ai.response.model";
    public static final String GEN_AI_RESPONSE_ID = "gen_ai.response.id";
    public static final String GEN_AI_REQUEST_ENCODING_FORMATS = "gen_ai.request.encoding_formats";
    public static final String GEN_AI_EMBEDDINGS_DIMENSION_COUNT = "gen_ai.embeddings.dimension.count";
    /** A list of strings. */
    public static final String GEN_AI_RESPONSE_FINISH_REASONS = "gen_ai.response.finish_reasons";

    /** Seconds. */
    public static final String GEN_AI_RESPONSE_TIME_TO_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";

    /** Cached tokens included. */
    public static final String GEN_AI_USAGE_INPUT_TOKENS = "gen_ai.usage.input_tokens";

    /** Reasoning tokens included. */
    public static final String GEN_AI_USAGE_OUTPUT_TOKENS = "gen_ai.usage.output_tokens";

    public static final String GEN_AI_USAGE_CACHE_READ_INPUT_TOKENS = "gen_ai.usage.cache_read.input_tokens";
    public static final String GEN_AI_USAGE_CACHE_CREATION_INPUT_TOKENS = "gen_ai.usage.cache_creation.input_tokens";
    public static final String GEN_AI_USAGE_REASONING_OUTPUT_TOKENS = "gen_ai.usage.reasoning.output_tokens";
    /** JSON text, as are the other contents. */
    public static final String GEN_AI_INPUT_MESSAGES = "gen_ai.input.messages";

    public static final String GEN_AI_OUTPUT_MESSAGES = "gen_ai.output.messages";
    public static final String GEN_AI_SYSTEM_INSTRUCTIONS = "gen_ai.system_instructions";
    public static final String GEN_AI_TOOL_DEFINITIONS = "gen_ai.tool.definitions";
    public static final String GEN_AI_TOOL_NAME = "gen_ai.tool.name";
    public static final String GEN_AI_TOOL_TYPE = "gen_ai.tool.type";
    public static final String GEN_AI_TOOL_DESCRIPTION = "gen_ai.tool.description";
    public static final String GEN_AI_TOOL_CALL_ID = "gen_ai.tool.call.id";
    public static final String GEN_AI_TOOL_CALL_ARGUMENTS = "gen_ai.tool.call.arguments";
    public static final String GEN_AI_TOOL_CALL_RESULT = "gen_ai.tool.call.result";

    /** Of metrics alone: {@code input} or {@code output}. */
    public static final String GEN_AI_TOKEN_TYPE = "gen_ai.token.type";

    public static final String GEN_AI_CONVERSATION_ID = "gen_ai.conversation.id";
    public static final String GEN_AI_AGENT_NAME = "gen_ai.agent.name";
    public static final String GEN_AI_AGENT_ID = "gen_ai.agent.id";
    /** The name of the event that carries a score. */
    public static final String GEN_AI_EVALUATION_RESULT_EVENT = "gen_ai.evaluation.result";

    public static final String GEN_AI_EVALUATION_NAME = "gen_ai.evaluation.name";
    public static final String GEN_AI_EVALUATION_SCORE_VALUE = "gen_ai.evaluation.score.value";
    public static final String GEN_AI_EVALUATION_SCORE_LABEL = "gen_ai.evaluation.score.label";
    public static final String GEN_AI_EVALUATION_EXPLANATION = "gen_ai.evaluation.explanation";

    private AttributeNames() {}
}
