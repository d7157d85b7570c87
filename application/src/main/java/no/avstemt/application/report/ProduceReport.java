package no.avstemt.application.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.avstemt.application.UnitOfWork;
import no.avstemt.domain.client.ClientAccountId;
import no.avstemt.domain.report.Figure;
import no.avstemt.domain.report.ReportHead;
import no.avstemt.domain.report.TableSink;
import no.avstemt.domain.time.FiscalYear;

/** Builds a report from one unchanging moment of the books, unless whoever asks has it already. */
public final class ProduceReport {

    private final UnitOfWork unitOfWork;

    public ProduceReport(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    public sealed interface Outcome<S> permits Unchanged, Produced {

        Seal seal();

        /** One or the other, by what happened. */
        <T> T either(Function<Unchanged<S>, T> unchanged, Function<Produced<S>, T> produced);
    }

    public record Unchanged<S>(Seal seal) implements Outcome<S> {

        @Override
        public <T> T either(Function<Unchanged<S>, T> unchanged, Function<Produced<S>, T> produced) {
            return unchanged.apply(this);
        }
    }

    /**
     * @param sink has taken the whole report, or holds those that have
     * @param draftsLeftOut as {@link ReportHead} says
     */
    public record Produced<S>(Seal seal, S sink, List<Figure> figures, Optional<Long> draftsLeftOut)
            implements Outcome<S> {

        @Override
        public <T> T either(Function<Unchanged<S>, T> unchanged, Function<Produced<S>, T> produced) {
            return produced.apply(this);
        }
    }

    /** Which year a date is in, in the books of a client account. */
    public FiscalYear fiscalYear(ClientAccountId client) {
        return unitOfWork.read(
                Set.of(client), stores -> stores.books().company(client).fiscalYear());
    }

    /**
     * The same report of several client accounts, from one moment of all their books.
     *
     * @param queries that differ in the client account alone
     * @param known as for one
     * @param sinks as for one, of the question about each client account; empty where its figures are enough
     */
    public <S extends TableSink> Outcome<CombinedReport<S>> runCombined(
            Report report, List<ReportQuery> queries, Predicate<Seal> known, Function<ReportQuery, Optional<S>> sinks) {
        Set<ClientAccountId> clients =
                queries.stream().map(ReportQuery::client).collect(Collectors.toUnmodifiableSet());
        return unitOfWork.read(clients, stores -> {
            Books books = stores.books();
            Seal seal = Seal.ofSeveral(
                    queries.stream().map(query -> seal(report, query, books)).toList());
            if (known.test(seal)) {
                return new Unchanged<CombinedReport<S>>(seal);
            }
            CombinedReport<S> whole = new Combining<>(report, books, sinks).of(queries);
            return new Produced<>(seal, whole, whole.figures(), whole.head().draftsLeftOut());
        });
    }

    /**
     * @param known whether the asker has the report with this seal
     * @param sinks gives a new sink; asked again if the database wants the work done again. A sink must not wait for a
     *     reader: the transaction would wait with it
     */
    public <S extends TableSink> Outcome<S> run(
            Report report, ReportQuery query, Predicate<Seal> known, Supplier<S> sinks) {
        return unitOfWork.read(Set.of(query.client()), stores -> {
            Books books = stores.books();
            Seal seal = seal(report, query, books);
            if (known.test(seal)) {
                return new Unchanged<S>(seal);
            }
            S sink = sinks.get();
            KeepingFigures figures = new KeepingFigures(sink);
            report.build(books, query, figures);
            return new Produced<>(seal, sink, figures.figures(), figures.head().draftsLeftOut());
        });
    }

    private static Seal seal(Report report, ReportQuery query, Books books) {
        return Seal.of(report, query, books.company(query.client()), report.version(books, query));
    }
}
