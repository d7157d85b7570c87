package no.avstemt.persistence.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.avstemt.application.audit.Actor;
import no.avstemt.application.register.KeepRegister;
import no.avstemt.application.register.KeepRegister.Kept;
import no.avstemt.application.register.KeptDocument;
import no.avstemt.application.register.Objection;
import no.avstemt.application.register.Objection.Reason;
import no.avstemt.application.register.RegisterKind;
import no.avstemt.application.register.RegisterKinds;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.dimension.DimensionType;
import no.avstemt.domain.register.Label;
import no.avstemt.domain.register.Partner;
import no.avstemt.persistence.GivenBooks;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a register does not take, though each of its fields is well written. */
final class RegisterRefusalsTest {

    private static final Actor KARI = Actor.system("Kari");

    @AutoClose
    static final GivenBooks BOOKS = new GivenBooks();

    private final ClientAccountId client = BOOKS.client("Kaffebaren Nord AS");

    @Test
    void numbers_that_differ_in_large_and_small_letters_alone_are_one_number() {
        long first = projects()
                .add(client, KARI, label("Messe-Ø1"))
                .stored()
                .orElseThrow()
                .id();
        long other = projects()
                .add(client, KARI, label("Messe-Ø2"))
                .stored()
                .orElseThrow()
                .id();

        assertRefused(Reason.NUMBER_TAKEN, projects().add(client, KARI, label("messe-ø1")));
        assertRefused(Reason.NUMBER_TAKEN, projects().change(client, KARI, other, label("MESSE-Ø1")));
        assertTrue(projects()
                .change(client, KARI, first, label("MESSE-Ø1"))
                .stored()
                .isPresent());
        assertTrue(partners()
                .add(client, KARI, Partner.named(label("messe-ø1")))
                .stored()
                .isPresent());
    }

    @Test
    void a_number_that_two_ask_for_in_different_letters_is_given_once() {
        List<String> numbers = List.of("Stand", "stand", "STAND", "sTAND");

        long given = numbers.parallelStream()
                .filter(number ->
                        projects().add(client, KARI, label(number)).stored().isPresent())
                .count();

        assertEquals(1, given);
    }

    @Test
    void a_document_is_due_on_its_date_or_later_unless_it_is_put_away() {
        long partner = partners()
                .add(client, KARI, Partner.named(label("20001")))
                .stored()
                .orElseThrow()
                .id();
        KeptDocument onTime = dueOn(GivenBooks.DAY, partner, true);
        KeptDocument early = dueOn(GivenBooks.DAY.minusDays(1), partner, true);

        Kept<KeptDocument> refused = documents().add(client, KARI, early);
        long id = documents().add(client, KARI, onTime).stored().orElseThrow().id();

        assertRefused(Reason.DUE_BEFORE_DATE, refused);
        assertEquals("due_date", refused.objection().orElseThrow().field());
        assertRefused(Reason.DUE_BEFORE_DATE, documents().change(client, KARI, id, early));
        KeptDocument away = dueOn(GivenBooks.DAY.minusDays(1), partner, false);
        assertTrue(documents().change(client, KARI, id, away).stored().isPresent());
    }

    private static KeptDocument dueOn(LocalDate due, long partner, boolean active) {
        return new KeptDocument(
                "INVOICE",
                "F-2",
                GivenBooks.DAY,
                Optional.of(due),
                Optional.empty(),
                Optional.of(KeptDocument.PartnerOf.id(partner)),
                active);
    }

    private static Label label(String number) {
        return new Label(number, "Messe", true);
    }

    private static void assertRefused(Reason reason, Kept<?> kept) {
        assertEquals(Optional.of(reason), kept.objection().map(Objection::reason));
        assertEquals(Optional.empty(), kept.stored());
    }

    private static KeepRegister<Partner> partners() {
        return keep(RegisterKinds.PARTNERS);
    }

    private static KeepRegister<KeptDocument> documents() {
        return keep(RegisterKinds.DOCUMENTS);
    }

    private static KeepRegister<Label> projects() {
        return keep(RegisterKinds.labels(DimensionType.PROJECT));
    }

    private static <T> KeepRegister<T> keep(RegisterKind<T> kind) {
        return new KeepRegister<>(BOOKS.unit(), kind, Clock.fixed(GivenBooks.NOW, ZoneOffset.UTC));
    }
}
