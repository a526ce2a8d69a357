package dev.narrative.instrumentation.langchain4j;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.narrative.boot.TracedCall;
import dev.narrative.core.weaving.TypeInstrumentation;
import dev.narrative.core.weaving.Weaving;
import dev.narrative.instrumentation.llm.framework.FrameworkSpan;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** The library's stores of embeddings. What a search is given is a vector, of which only the bounds are told. */
final class EmbeddingStoreInstrumentation implements TypeInstrumentation {
    @Override
    public List<String> types() {
        return List.of(
                "dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore",
                "dev.langchain4j.store.embedding.pgvector.PgVectorEmbeddingStore",
                "dev.langchain4j.store.embedding.milvus.MilvusEmbeddingStore",
                "dev.langchain4j.store.embedding.qdrant.QdrantEmbeddingStore",
                "dev.langchain4j.store.embedding.chroma.ChromaEmbeddingStore",
                "dev.langchain4j.store.embedding.elasticsearch.AbstractElasticsearchEmbeddingStore",
                "dev.langchain4j.store.embedding.elasticsearch.ElasticsearchEmbeddingStore",
                "dev.langchain4j.store.embedding.opensearch.OpenSearchEmbeddingStore",
                "dev.langchain4j.store.embedding.pinecone.PineconeEmbeddingStore",
                "dev.langchain4j.store.embedding.weaviate.WeaviateEmbeddingStore",
                "dev.langchain4j.store.embedding.mongodb.MongoDbEmbeddingStore",
                "dev.langchain4j.store.embedding.mariadb.MariaDbEmbeddingStore",
                "dev.langchain4j.store.embedding.oracle.OracleEmbeddingStore",
                "dev.langchain4j.store.embedding.coherence.CoherenceEmbeddingStore",
                "dev.langchain4j.store.embedding.infinispan.InfinispanEmbeddingStore",
                "dev.langchain4j.store.embedding.couchbase.CouchbaseEmbeddingStore",
                "dev.langchain4j.store.embedding.cassandra.CassandraEmbeddingStore",
                "dev.langchain4j.community.store.embedding.redis.RedisEmbeddingStore",
                "dev.langchain4j.community.store.embedding.neo4j.Neo4jEmbeddingStore");
    }

    @Override
    public void weave(Weaving weaving) {
        weaving.advise(
                named("search")
                        .and(isPublic())
                        .and(takesArgument(0, named("dev.langchain4j.store.embedding.EmbeddingSearchRequest"))),
                SearchAdvice.class);
    }

    public static final class SearchAdvice {
        private SearchAdvice() {}

        @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
        public static @Nullable TracedCall enter(
                @Advice.This Object store, @Advice.Argument(0) @Nullable EmbeddingSearchRequest request) {
            return Retrievals.begin(
                    store,
                    request == null
                            ? null
                            : Map.of("maxResults", request.maxResults(), "minScore", request.minScore()));
        }

        @Advice.OnMethodExit(inline = false, onThrowable = Throwable.class, suppress = Throwable.class)
        public static void exit(
                @Advice.Enter @Nullable TracedCall call,
                @Advice.Return @Nullable EmbeddingSearchResult<?> result,
                @Advice.Thrown @Nullable Throwable error) {
            if (call != null) {
                Retrievals.end((FrameworkSpan) call, result == null ? null : result.matches(), error);
            }
        }
    }
}
