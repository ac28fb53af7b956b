package movierec.textvectors;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import movierec.failure.OutsideFailure;
import movierec.vector.TextEncoder;

/**
 * bge-small-en-v1.5 with weights of 8 bits: 384 numbers, of which the vector of the first token is the text's, as the model's
 * card says. It reads the first 512 tokens, some 350 English words. One text at a time and one thread each: a text among others
 * would be computed with the padding of the longest, and other cores belong to those who wait for answers.
 */
public final class BgeSmallEncoder implements TextEncoder {
    /** See {@link TextEncoder#name}. */
    public static final String NAME = "bge-small-en-v1.5-q";

    /** See {@link TextEncoder#dimensions}. */
    public static final int DIMENSIONS = 384;

    /** Of 1,061 titles the nearest to nonsense words had .54 to .59, those that answered a query .62 to .79. */
    private static final float LEAST_RELEVANCE = 0.6f;

    private static final int MAX_TOKENS = 512;

    /** The model's card: to be put before short queries that look for longer passages, and not before these. */
    private static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    /** Native memory may be given back only when nobody computes in it. */
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;

    private BgeSmallEncoder(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    /**
     * Loads the model, which takes about a second and some 100 MB outside the heap. Needs no network.
     *
     * @param cache folder for 65 MB of model and native libraries, which can be deleted any time
     * @throws OutsideFailure when this platform has no native library, or it cannot be loaded
     */
    public static BgeSmallEncoder open(Path cache) {
        ModelFiles files = ModelFiles.unpack(
                cache.resolve(NAME), System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        // Both libraries look for their native part where these say, and nowhere else.
        System.setProperty(
                "onnxruntime.native.path", files.folder().toAbsolutePath().toString());
        System.setProperty(
                "RUST_LIBRARY_PATH", files.tokenizerLibrary().toAbsolutePath().toString());
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(files.tokenizer())
                    .optMaxLength(MAX_TOKENS)
                    .optTruncation(true)
                    .optPadding(false)
                    .build();
            return new BgeSmallEncoder(environment, session(environment, files.model()), tokenizer);
        } catch (OrtException | IOException | RuntimeException | LinkageError cannot) {
            throw ModelFiles.failure("the model cannot be loaded: " + cannot.getMessage(), cannot);
        }
    }

    private static OrtSession session(OrtEnvironment environment, Path model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Memory is given back after each text, instead of being kept for the longest one there was.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return environment.createSession(model.toString(), options);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float leastRelevance() {
        return LEAST_RELEVANCE;
    }

    @Override
    public float[] encodeQuery(String text) {
        return encode(QUERY_PREFIX + requireText(text));
    }

    @Override
    public float[] encode(String text) {
        requireText(text);
        closing.readLock().lock();
        try {
            if (closed) {
                throw ModelFiles.failure("the model is closed", new IllegalStateException("closed"));
            }
            return compute(text);
        } finally {
            closing.readLock().unlock();
        }
    }

    private float[] compute(String text) {
        Encoding tokens = tokenizer.encode(text);
        long[] shape = {1, tokens.getIds().length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getIds()), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getAttentionMask()), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getTypeIds()), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            return firstTokenAsUnit(output.getFloatBuffer());
        } catch (OrtException failure) {
            throw ModelFiles.failure("a text cannot be encoded", failure);
        }
    }

    private static String requireText(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A blank text has no vector");
        }
        return text;
    }

    /** @param tokens 1 x tokens x dimensions */
    private static float[] firstTokenAsUnit(FloatBuffer tokens) {
        float[] values = new float[DIMENSIONS];
        tokens.get(0, values);
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
        return values;
    }

    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                tokenizer.close();
            }
        } catch (OrtException failure) {
            throw ModelFiles.failure("the model cannot be closed", failure);
        } finally {
            closing.writeLock().unlock();
        }
    }
}
