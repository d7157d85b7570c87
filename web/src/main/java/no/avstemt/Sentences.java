package no.avstemt;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.Optional;
import no.avstemt.Settings.WrongSetting;
import no.avstemt.application.settlement.SourceUnavailable;
import no.avstemt.persistence.database.DatabaseUnavailable;
import no.avstemt.web.http.PortInUse;

/** What the one who starts the program is told when it cannot go on: what happened, where, and what to do. */
final class Sentences {

    private Sentences() {}

    /** Empty for what nobody foresaw: that is shown with its trace. */
    static Optional<String> of(Throwable thrown) {
        boolean isForPeople = thrown instanceof WrongSetting
                || thrown instanceof DemoFolder.Mismatch
                || thrown instanceof SourceUnavailable
                || thrown instanceof DatabaseUnavailable
                || thrown instanceof PortInUse
                || thrown instanceof UncheckedIOException && thrown.getCause() instanceof BindException;
        return isForPeople ? Optional.ofNullable(thrown.getMessage()) : Optional.empty();
    }
}
