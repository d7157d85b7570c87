package no.avstemt.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code java -jar} until the first page has come. */
final class StartRun {

    private static final String TOLD = "Avstemt: ";

    private StartRun() {}

    static long millis(Path jar, Path data) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(
                        Child.java(), "-jar", jar.toString(), "serve", "--port", "0", "--data", data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            require(firstPage(address(process)));
            return (System.nanoTime() - began) / 1_000_000;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(TOLD)) {
                return URI.create(line.substring(TOLD.length()));
            }
        }
        throw new IllegalStateException("It ended before it told its address");
    }

    /** Wherever the front page sends one who is not signed in. */
    private static int firstPage(URI address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address.resolve("/").toURL().openConnection();
        connection.setRequestProperty("Accept", "text/html");
        return connection.getResponseCode();
    }

    /** A page for a person: sign-in, or without any user what tells where the setup token is (403). */
    private static void require(int status) {
        if (status != 200 && status != 403) {
            throw new IllegalStateException("The first page answers " + status);
        }
    }
}
