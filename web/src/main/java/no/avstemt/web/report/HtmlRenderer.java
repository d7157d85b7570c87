package no.avstemt.web.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import no.avstemt.application.access.Language;
import no.avstemt.application.report.Seal;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.text.Texts;

/** A document with its style in it. Its policy lets in that one style sheet, by its hash, and nothing else. */
final class HtmlRenderer implements Renderer<CollectingSink> {

    private static final String STYLE = style();
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    @Override
    public String mediaType() {
        return RouteDraft.HTML;
    }

    @Override
    public CollectingSink sink(Language language) {
        return new CollectingSink();
    }

    @Override
    public Reply reply(CollectingSink whole, Language language, Seal seal) {
        Texts texts = Texts.in(language);
        ReportDocument document = new ReportDocument(
                language.tag(),
                STYLE,
                texts.get("report." + whole.head().report()),
                ReportSentence.company(whole.head(), language),
                ReportSentence.period(whole.head(), language),
                sentences(whole.head(), language),
                Figures.table(whole, language, Links.NONE),
                texts.get("report.seal", seal.hex()));
        return styled(Reply.page(new View("report/document.jte", document)));
    }

    private static List<String> sentences(ReportHead head, Language language) {
        return Stream.concat(
                        ReportSentence.filters(head, Set.of(), language).stream(),
                        ReportSentence.drafts(head, language).stream())
                .toList();
    }

    /** A browser gives the page that it has the headers of this answer. */
    @Override
    public Reply unchanged() {
        return styled(Reply.notModified(mediaType()));
    }

    private static Reply styled(Reply reply) {
        return reply.with("Content-Security-Policy", POLICY);
    }

    private static String style() {
        try (InputStream file =
                Objects.requireNonNull(HtmlRenderer.class.getResourceAsStream("/report/document.css"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
