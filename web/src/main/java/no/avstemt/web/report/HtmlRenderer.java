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
import no.avstemt.application.access.Language;
import no.avstemt.application.report.CombinedReport;
import no.avstemt.application.report.Seal;
import no.avstemt.domain.report.CollectingSink;
import no.avstemt.web.http.Reply;
import no.avstemt.web.http.RouteDraft;
import no.avstemt.web.http.View;
import no.avstemt.web.report.ReportDocument.Part;
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
    public String format() {
        return "html";
    }

    @Override
    public CollectingSink sink(Language language) {
        return new CollectingSink();
    }

    @Override
    public Reply reply(CollectingSink whole, Language language, Seal seal) {
        Texts texts = Texts.in(language);
        return document(new ReportDocument(
                language.tag(),
                STYLE,
                texts.get("report." + whole.head().report()),
                ReportSentence.company(whole.head(), language),
                ReportSentence.period(whole.head(), language),
                ReportSentence.all(whole.head(), language),
                List.of(new Part("", Figures.table(whole, language, Links.NONE))),
                "",
                FigureTable.NONE,
                texts.get("report.seal", seal.hex())));
    }

    @Override
    public Reply combined(CombinedReport<CollectingSink> whole, Language language, Seal seal) {
        Texts texts = Texts.in(language);
        return document(new ReportDocument(
                language.tag(),
                STYLE,
                texts.get("report." + whole.head().report()),
                CombinedSentence.companies(whole, language),
                ReportSentence.period(whole.head(), language),
                CombinedSentence.filters(whole, language),
                whole.parts().stream()
                        .flatMap(part -> part.rows().stream())
                        .map(rows -> part(rows, language))
                        .toList(),
                whole.pages()
                        .map(count -> CombinedSentence.none(count, language))
                        .orElse(""),
                CombinedSums.table(whole, part -> "", language),
                texts.get("report.seal", seal.hex())));
    }

    private static Part part(CollectingSink rows, Language language) {
        String company = ReportSentence.company(rows.head(), language);
        return new Part(company, Figures.table(rows, language, Links.NONE).of(company));
    }

    private static Reply document(ReportDocument document) {
        return styled(Reply.page(new View("report/document.jte", document)));
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
