package no.avstemt.vipps.client;

import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.application.settlement.SourceUnavailable.Asked;
import no.avstemt.application.settlement.SourceUnavailable.Reason;
import no.avstemt.domain.settlement.LedgerId;
import no.avstemt.vipps.wire.UnreadableAnswer;
import no.avstemt.vipps.wire.WireProblem;

/** Says what was asked, of whom, what came back and what to do. Questions come without their query, answers in short. */
final class Failures {

    private final VippsConnection connection;

    Failures(VippsConnection connection) {
        this.connection = connection;
    }

    SourceUnavailable unreachable(String question, IOException cause) {
        if (cause instanceof CappedBody.TooLarge) {
            return new SourceUnavailable(
                    Reason.UNREADABLE,
                    asked(question) + ", but " + cause.getMessage() + ". Nothing of it was stored. Check that the"
                            + " address is Vipps's.",
                    question(question, inWords(cause)),
                    Optional.empty(),
                    cause);
        }
        if (cause instanceof SSLException) {
            return new SourceUnavailable(
                    Reason.INSECURE,
                    asked(question) + ", but no secure connection could be made: " + inWords(cause)
                            + ". Check the address and its certificate; a proxy that opens TLS must be known to Java.",
                    question(question, inWords(cause)),
                    Optional.empty(),
                    cause);
        }
        return new SourceUnavailable(
                Reason.UNREACHABLE,
                asked(question) + ", but got no answer: " + inWords(cause) + ". Check the address and the network, and"
                        + " that the other side is running; it is tried again in the next round.",
                question(question, ""),
                Optional.empty(),
                cause);
    }

    private static String inWords(IOException cause) {
        if (cause instanceof ConnectException) {
            return "no connection could be made";
        }
        String text = cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }

    /** @param place ledger, topic and cursor, or what else was to be read */
    SourceUnavailable unreadable(String question, String place, UnreadableAnswer cause) {
        return new SourceUnavailable(
                Reason.UNREADABLE,
                asked(question) + " (" + place + "), but the answer could not be read: " + cause.getMessage()
                        + ". Nothing of this page was stored, so nothing is lost. If it stays so, Vipps has changed its"
                        + " answers: look for a newer version of Avstemt.",
                question(question, place + ": " + cause.getMessage()),
                Optional.empty(),
                cause);
    }

    /** The token endpoint answers wrong keys with 400 or 401; both are in its specification. */
    SourceUnavailable noToken(String question, Answer answer) {
        return switch (answer.status()) {
            case 400, Answer.UNAUTHORIZED, Answer.FORBIDDEN ->
                failure(
                        Reason.KEYS_REJECTED,
                        question,
                        "Client id and client secret were refused by " + connection.baseUrl() + ": " + question
                                + " gave " + said(answer)
                                + ". Check that both are the accounting keys for this address and were copied whole.",
                        answer);
            default -> ofStatus(question, answer);
        };
    }

    SourceUnavailable ofStatus(String question, Answer answer) {
        String heard = asked(question) + " and got " + said(answer) + ". ";
        return switch (answer.status()) {
            case Answer.UNAUTHORIZED ->
                failure(
                        Reason.KEYS_REJECTED,
                        question,
                        heard
                                + "A new access token was refused too. Check client id and client secret, and that they are"
                                + " accounting keys.",
                        answer);
            case Answer.FORBIDDEN ->
                failure(
                        Reason.NO_ACCESS,
                        question,
                        heard
                                + "The keys are known but may not read this. Check the kind of keys, and that the merchant has"
                                + " given the accounting partner access in the Vipps portal.",
                        answer);
            case Answer.TOO_MANY_REQUESTS ->
                failure(
                        Reason.BUSY,
                        question,
                        heard + "That is too many questions for now; it is tried again later.",
                        answer);
            case Answer.NOT_FOUND ->
                failure(
                        Reason.BAD_REQUEST,
                        question,
                        heard + "Nothing is there. Check that the address is Vipps's.",
                        answer);
            default ->
                failure(
                        answer.mayGoBetterLater() ? Reason.BUSY : Reason.BAD_REQUEST,
                        question,
                        heard
                                + (answer.mayGoBetterLater()
                                        ? "The trouble is on that side; it is tried again in the next round."
                                        : "Asking the same again will not help. Check the address and the version of"
                                                + " Avstemt."),
                        answer);
        };
    }

    SourceUnavailable noLongerListed(String question, LedgerId ledger, Answer answer) {
        return failure(
                Reason.NO_ACCESS,
                question,
                asked(question) + " and got " + said(answer) + ", and ledger " + ledger
                        + " is not in the list of ledgers for these keys. What is stored is kept. Ask the merchant to"
                        + " check the accounting partner's access in the Vipps portal.",
                answer);
    }

    SourceUnavailable listedButNotFound(String question, LedgerId ledger, Answer answer) {
        return failure(
                Reason.BUSY,
                question,
                asked(question) + " and got " + said(answer) + ", although ledger " + ledger
                        + " is in the list of ledgers. That usually passes; it is tried again in the next round.",
                answer);
    }

    SourceUnavailable notInBrokenList(String question, LedgerId ledger, Answer answer) {
        return failure(
                Reason.BUSY,
                question,
                asked(question) + " and got " + said(answer)
                        + ", and the list of ledgers, which repeats a page, does not" + " tell whether ledger " + ledger
                        + " is gone. It is tried again in the next round.",
                answer);
    }

    SourceUnavailable endlessList(String question, int pages) {
        return new SourceUnavailable(
                Reason.UNREADABLE,
                asked(question) + ", but the list of ledgers did not end after " + pages
                        + " pages. Check that the address is Vipps's.",
                question(question, pages + " +"),
                Optional.empty(),
                null);
    }

    private Asked question(String question, String heard) {
        return new Asked(connection.baseUrl().toString(), question, heard);
    }

    private String asked(String question) {
        return "Avstemt asked " + connection.baseUrl() + " for " + question;
    }

    /** Whatever the other side says, the secret is not repeated. */
    private String said(Answer answer) {
        String text = connection.withoutSecrets(WireProblem.describe(answer.body()));
        return text.isEmpty() ? "status " + answer.status() : "status " + answer.status() + " (" + text + ")";
    }

    private SourceUnavailable failure(Reason reason, String question, String message, Answer answer) {
        return new SourceUnavailable(reason, message, question(question, said(answer)), answer.retryAfter(), null);
    }
}
