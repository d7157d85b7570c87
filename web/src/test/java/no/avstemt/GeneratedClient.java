package no.avstemt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Java client that a generator makes of the API's description, compiled with a program that uses it. The generator runs in
 * a process of its own, from a jar that holds its libraries and those of the client.
 */
final class GeneratedClient {

    /** Where the build puts it. */
    private static final Path GENERATOR =
            Path.of(System.getProperty("avstemt.generator", "target/generator/openapi-generator.jar"));

    /** What a client sends files with, beside it. */
    private static final Path FILES = GENERATOR.resolveSibling("httpmime.jar");

    private static final List<String> QUICK =
            List.of("/api/v2/reports/", "/api/v2/client-accounts", "/api/v2/findings", "/api/v2/attachments");
    private static final String SETTINGS =
            "hideGenerationTimestamp=true,openApiNullable=false,useSingleRequestParameter=true,"
                    + "annotationLibrary=none,"
                    + "invokerPackage=no.example.client,apiPackage=no.example.client,modelPackage=no.example.client";

    private final Path folder;

    GeneratedClient(Path folder) {
        this.folder = folder;
    }

    /** Runs {@code Caller.run(address, key, client)} of this source, which stands beside the client. */
    String run(String description, String source, String address, String key, String client) throws Exception {
        Path document = folder.resolve("openapi.json");
        Files.writeString(document, Boolean.getBoolean("avstemt.test.long") ? description : pruned(description));
        generate(document);
        Path caller = folder.resolve("client/src/main/java/no/example/client/Caller.java");
        Files.writeString(caller, source);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        compile(classes);
        URL[] path = {
            classes.toUri().toURL(), GENERATOR.toUri().toURL(), FILES.toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            return String.valueOf(loader.loadClass("no.example.client.Caller")
                    .getMethod("run", String.class, String.class, String.class)
                    .invoke(null, address, key, client));
        }
    }

    private void generate(Path document) throws IOException, InterruptedException {
        Path log = folder.resolve("generator.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "-i",
                        document.toString(),
                        "-g",
                        "java",
                        "--library",
                        "native",
                        "-o",
                        folder.resolve("client").toString(),
                        "--additional-properties=" + SETTINGS,
                        "--global-property",
                        "apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "The generator takes too long");
        assertEquals(0, process.exitValue(), () -> read(log));
    }

    /** The mark that says what made a class is the one thing that is in no library here. */
    private void compile(Path classes) throws IOException {
        Path sources = folder.resolve("client/src/main/java");
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(sources)) {
            walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
        for (Path file : files) {
            String text = Files.readString(file);
            Files.writeString(file, text.replaceAll("@(javax|jakarta)\\.annotation\\.[A-Za-z]+(\\([^)]*\\))?", ""));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter told = new StringWriter();
        String libraries = GENERATOR + File.pathSeparator + FILES;
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-nowarn", "-proc:none", "-cp", libraries, "-d", classes.toString());
            boolean fine = compiler.getTask(
                            told, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertTrue(fine, told::toString);
        }
    }

    /** The routes that the caller uses, and what they refer to: all of them take the compiler a while. */
    private static String pruned(String description) {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(description);
        ObjectNode paths = (ObjectNode) document.get("paths");
        List.copyOf(paths.propertyNames()).stream()
                .filter(path -> QUICK.stream().noneMatch(path::startsWith))
                .forEach(paths::remove);
        ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
        Set<String> used = new HashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(paths, document.at("/components/responses")));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            String reference = node.path("$ref").asString("");
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            if (reference.contains("/schemas/") && used.add(name)) {
                open.push(schemas.get(name));
            }
            node.forEach(open::push);
        }
        List.copyOf(schemas.propertyNames()).stream()
                .filter(name -> !used.contains(name))
                .forEach(schemas::remove);
        return document.toString();
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
