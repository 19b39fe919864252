package app.lodge.core.doors;

import app.lodge.core.books.Identifier;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Lodge's records as JSON (RFC 8259), for doors, the field network and the journal.
///
/// A record is an object; an {@link Identifier} is its one component; a case of a sealed interface
/// carries its simple name under `is`; times are RFC 3339 UTC, byte arrays base64.
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            new JsonFactoryBuilder().recyclerPool(new WipedBuffers.Pool()).build())
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .annotationIntrospector(new Records())
                    .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                    .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                    .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .serializationInclusion(JsonInclude.Include.ALWAYS)
                    .build();

    /// A writer is found once for each type: it knows its serializer then.
    private static final Map<Type, ObjectWriter> WRITERS = new ConcurrentHashMap<>();

    private Json() {}

    /// One text for one content: keys in alphabetical order, no white space.
    public static String canonical(Map<String, ?> content) {
        return text(content, Map.class);
    }

    public static byte[] bytes(@Nullable Object value, Type declared) {
        try {
            return writer(declared).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(@Nullable Object value, Type declared) {
        try {
            return writer(declared).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectWriter writer(Type declared) {
        return WRITERS.computeIfAbsent(declared, known -> MAPPER.writerFor(type(known)));
    }

    /// Indented, for people who read `--json`.
    public static String pretty(@Nullable Object value, Type declared) {
        try {
            return writer(declared).withDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws UncheckedIOException if the bytes are not such a value
    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(read(json, (Type) type));
    }

    public static Object read(byte[] json, Type type) {
        try {
            return MAPPER.readValue(json, type(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An array whose elements have a type each. Read as it comes, never as a tree: arrays of characters
    /// are secrets, and a tree would keep them as text.
    ///
    /// @param json no bytes at all count as an empty array
    /// @throws IllegalArgumentException if there are more or fewer
    static @Nullable Object[] array(byte[] json, List<Type> types) throws IOException {
        var read = new @Nullable Object[types.size()];
        if (json.length == 0) {
            requireCount(0, types.size());
            return read;
        }
        try (var parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("The arguments are no array");
            }
            int count = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (count < read.length) {
                    read[count] = MAPPER.readValue(parser, type(types.get(count)));
                } else {
                    parser.skipChildren();
                }
                count++;
            }
            requireCount(count, types.size());
            return read;
        }
    }

    private static void requireCount(int count, int wanted) {
        if (count != wanted) {
            throw new IllegalArgumentException(
                    "%d arguments instead of %d".formatted(count, wanted));
        }
    }

    public static JsonNode tree(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaType type(Type type) {
        return MAPPER.constructType(type);
    }

    /// Teaches Jackson the three rules above without annotations on the records.
    private static final class Records extends JacksonAnnotationIntrospector {

        @Override
        public @Nullable TypeResolverBuilder<?> findTypeResolver(
                MapperConfig<?> config, AnnotatedClass annotated, JavaType baseType) {
            if (sealedRoot(baseType.getRawClass()) == null) {
                return super.findTypeResolver(config, annotated, baseType);
            }
            return new StdTypeResolverBuilder()
                    .init(JsonTypeInfo.Id.NAME, null)
                    .inclusion(JsonTypeInfo.As.PROPERTY)
                    .typeProperty("is");
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
            var root = sealedRoot(annotated.getRawType());
            if (root == null) {
                return super.findSubtypes(annotated);
            }
            var cases = new ArrayList<NamedType>();
            collect(root, cases);
            return cases;
        }

        @Override
        public @Nullable String findTypeName(AnnotatedClass annotated) {
            return sealedRoot(annotated.getRawType()) == null
                    ? super.findTypeName(annotated)
                    : annotated.getRawType().getSimpleName();
        }

        @Override
        public @Nullable Boolean hasAsValue(Annotated annotated) {
            if (annotated instanceof AnnotatedMethod method
                    && identifier(method.getDeclaringClass())) {
                return method.getName()
                        .equals(method.getDeclaringClass().getRecordComponents()[0].getName());
            }
            return super.hasAsValue(annotated);
        }

        @Override
        public com.fasterxml.jackson.annotation.JsonCreator.@Nullable Mode findCreatorAnnotation(
                MapperConfig<?> config, Annotated annotated) {
            if (annotated instanceof AnnotatedConstructor constructor
                    && identifier(constructor.getDeclaringClass())
                    && constructor.getParameterCount() == 1) {
                return com.fasterxml.jackson.annotation.JsonCreator.Mode.DELEGATING;
            }
            return super.findCreatorAnnotation(config, annotated);
        }

        private static boolean identifier(Class<?> type) {
            return type.isRecord()
                    && Identifier.class.isAssignableFrom(type)
                    && type.getRecordComponents().length == 1;
        }

        private static void collect(Class<?> type, List<NamedType> cases) {
            for (var permitted : type.getPermittedSubclasses()) {
                if (permitted.isSealed()) {
                    collect(permitted, cases);
                } else {
                    cases.add(new NamedType(permitted, permitted.getSimpleName()));
                }
            }
        }

        private static @Nullable Class<?> sealedRoot(Class<?> type) {
            if (type.getName().startsWith("java.")) {
                return null; // Long and String are cases of the sealed ConstantDesc
            }
            if (type.isInterface() && type.isSealed()) {
                return type;
            }
            for (var parent : type.getInterfaces()) {
                var root = sealedRoot(parent);
                if (root != null) {
                    return root;
                }
            }
            return null;
        }
    }
}
