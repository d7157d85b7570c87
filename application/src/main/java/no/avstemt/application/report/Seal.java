package no.avstemt.application.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import no.avstemt.application.report.Books.Company;

/**
 * Says which report of which books this is, the same in every format: SHA-256 over the report's id, its parameters with
 * their defaults, whose books they are, and the version of the books. Known without reading a line.
 *
 * @param hex 64 lower-case digits
 */
public record Seal(String hex) {

    private static final String FORM = "avstemt-report-2";

    public Seal {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not a seal: " + hex);
        }
    }

    static Seal of(Report report, ReportQuery query, Company company, BooksVersion version) {
        MessageDigest digest = sha256();
        add(digest, FORM);
        add(digest, report.id());
        add(digest, query.client().toString());
        add(digest, company.name());
        add(digest, company.organisationNumber().digits());
        add(digest, Integer.toString(company.fiscalYear().firstMonth()));
        add(digest, company.vatTerm().name());
        List<Parameter<?>> parameters = report.parameters().stream()
                .sorted(Comparator.<Parameter<?>, String>comparing(Parameter::name))
                .toList();
        for (Parameter<?> parameter : parameters) {
            add(digest, parameter.name());
            add(digest, query.canonical(parameter));
        }
        add(digest, Long.toString(version.chartVersion()));
        add(digest, Long.toString(version.chainPosition()));
        add(digest, version.chainHash());
        if (!version.besides().isEmpty()) {
            add(digest, version.besides());
        }
        return new Seal(HexFormat.of().formatHex(digest.digest()));
    }

    /** Of reports that are one, in their order. */
    static Seal ofSeveral(List<Seal> seals) {
        MessageDigest digest = sha256();
        add(digest, FORM + "-combined");
        seals.forEach(seal -> add(digest, seal.hex()));
        return new Seal(HexFormat.of().formatHex(digest.digest()));
    }

    /** Lengths are written, so that no two lists of texts run together into the same bytes. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
