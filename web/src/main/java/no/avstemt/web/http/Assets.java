package no.avstemt.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import no.avstemt.web.page.AssetLinks;

/**
 * The files that a browser keeps: a fixed list from the class path, under an address that changes whenever one of them
 * does. They lie side by side, so that the style sheet names its fonts without a path.
 */
final class Assets {

    private static final String ROBOTO = "/com/formdev/flatlaf/fonts/roboto/";
    /** In this order: what comes later wins. */
    private static final List<String> STYLES = Stream.of(
                    "base",
                    "frame",
                    "front",
                    "figures",
                    "report",
                    "entries",
                    "form",
                    "register",
                    "ledger",
                    "client",
                    "account",
                    "periods",
                    "writing",
                    "attach",
                    "api",
                    "keys",
                    "bare",
                    "narrow",
                    "print")
            .map(part -> "/assets/style/" + part + ".css")
            .toList();

    private static final List<Source> SOURCES = List.of(
            new Source("style.css", "text/css; charset=utf-8", STYLES),
            Source.of("favicon.svg", "image/svg+xml", "/assets/favicon.svg"),
            new Source(
                    "avstemt.js",
                    "text/javascript; charset=utf-8",
                    List.of("/assets/avstemt.js", "/assets/writing.js", "/assets/watching.js", "/assets/trying.js")),
            Source.of(
                    "htmx.min.js",
                    "text/javascript; charset=utf-8",
                    "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"),
            Source.of("Roboto-Regular.ttf", "font/ttf", ROBOTO + "Roboto-Regular.ttf"),
            Source.of("Roboto-Medium.ttf", "font/ttf", ROBOTO + "Roboto-Medium.ttf"));

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final String hash;

    /** @param resources on the class path, served one after the other */
    private record Source(String name, String mediaType, List<String> resources) {

        static Source of(String name, String mediaType, String resource) {
            return new Source(name, mediaType, List.of(resource));
        }
    }

    record Asset(String mediaType, byte[] content, byte[] gzipped) {}

    Assets() {
        MessageDigest digest = sha256();
        for (Source source : SOURCES) {
            byte[] content = read(source.resources());
            digest.update(content);
            byName.put(source.name(), new Asset(source.mediaType(), content, gzipped(content)));
        }
        hash = HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    AssetLinks links() {
        return new AssetLinks(link("style.css"), link("favicon.svg"), link("avstemt.js"), link("htmx.min.js"));
    }

    String link(String name) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("No asset " + name);
        }
        return "/assets/" + hash + "/" + name;
    }

    /** Empty for what is not on the list, and under an older address. */
    Optional<Asset> find(String askedHash, String name) {
        return askedHash.equals(hash) ? Optional.ofNullable(byName.get(name)) : Optional.empty();
    }

    private static byte[] read(List<String> resources) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (String resource : resources) {
            try (InputStream in = Assets.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The program is incomplete: " + resource + " is missing");
                }
                in.transferTo(content);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + resource, e);
            }
        }
        return content.toByteArray();
    }

    private static byte[] gzipped(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
